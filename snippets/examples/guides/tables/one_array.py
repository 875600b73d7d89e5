import pandas as pd

people = pd.DataFrame(
    {
        "age": [31, 45, 28],
        "income": [2.5, 4.0, 1.75],
        "member": [True, False, True],
    }
)

for names in ["age", "income"], ["age", "member"]:
    print(*names, "->", people[names].to_numpy().dtype)
