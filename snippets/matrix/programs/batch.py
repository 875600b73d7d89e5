# Runs the cells of one source one after the other, each in names of its own: `source`, `calls` and `probe` are texts.
# Prints `cell NAME` before what each cell prints, or `absent` and an error if the source cannot be made.
def run():
    make = compile(source, "source", "exec")
    find_out = compile(probe, "probe", "exec")
    try:
        exec(make, {"__name__": "__main__"})
    except Exception as error:
        print("absent", repr(f"{type(error).__name__}: {error}"))
        return
    for name, call in calls.items():
        print("cell", name)
        names = {"__name__": "__main__"}
        exec(make, names)
        exec(compile(call, name, "exec"), names)
        exec(find_out, names)
    print("cell")


run()
