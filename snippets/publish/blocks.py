"""What a page shows of the record, by itself: examples, scripts for other machines, facts, signatures, and the foot of
the page.
"""

import re
from collections.abc import Collection, Iterator

from snippets.publish.links import fact_id, way
from snippets.publish.markup import Target, literal, render
from snippets.publish.page import Page
from snippets.publish.rows import named
from snippets.store.claims import OTHER_ORDER, taken_by
from snippets.store.differences import Compared, Other, Span
from snippets.store.elsewhere import NEEDS, need_of
from snippets.store.failures import failure
from snippets.store.libraries import installs, used_by
from snippets.store.record import Record
from snippets.store.releases import age
from snippets.store.types import Ended, Example, Fact

ENDS = {"error": ", ends with an error", "timeout": ", never ends"}
SHORT = 46  # letters of a note on other releases that a sentence can bear
EDITED = "Edited since other releases were measured, with some of which the proof of before failed."
WARNS = re.compile(r"^\S+\.py:(?:\d+:)? \w*Warning: ", re.MULTILINE)


def example_block(name: str, records: Record, page: Page, target: Target) -> str:
    """The published contract's `.example`, or fences of which a plain script's are marked for pytest-codeblocks.

    With it stands what the newest release gives, if that differs, and one line on the others with which it differs.
    """
    example = named(name, records.examples, "example")
    newest, span = newest_output(example, records), records.run_spans.get(name, Span())
    return render(
        target,
        "example",
        **_run(example),
        newest=other_output(*newest, target) if newest else "",
        beside=[_other(library, library, ended, target) for library, ended in records.beside.get(name, {}).items()],
        changed="" if newest else span.changed,
        since=span.since,
        before=way(page.name, span.before.page) if span.before else "",
        edited=name in records.edited,
    )


def elsewhere_block(name: str, records: Record, page: Page, target: Target) -> str:
    """A script that needs another machine, what it gave there, and where that was.

    It is no `.example`: of what such an element shows, everybody can see that it is so. No test runs its fences.
    """
    scripts = {full.removeprefix("elsewhere/"): script for full, script in records.elsewhere.items()}
    script = named(name, scripts, "script")
    need = need_of(script.name)
    ran = f"recorded on {script.where}. The tests of this site do not run it" if script.where else "it was not run yet"
    return render(target, "elsewhere", **_run(script), need=need, where=f"It needs {NEEDS[need]}: {ran}.")


def _run(example: Example) -> dict[str, object]:
    return {
        "example": example,
        "leaf": example.name.rpartition("/")[2],
        "installs": installs(example.script),
        "label": label_of(example.ending.exit, example.output),
        "warns": warns(example),
        "plain": is_plain(example),
    }


def other_output(release: Compared, ended: Ended, target: Target) -> str:
    """What an example gives with another release."""
    return _other(release.name, release.environment.libraries, ended, target)


def _other(name: str, libraries: str, ended: Ended, target: Target) -> str:
    """What something gives with other `libraries`, which the published contract calls `name`."""
    label = label_of(ended.exit, ended.output, f" with {libraries}")
    return render(target, "other", name=name, libraries=libraries, label=label, output=ended.output)


def newest_output(example: Example, records: Record) -> tuple[Compared, Ended] | None:
    """What the newest release gives for an example, if that differs."""
    newest = records.newest
    if newest and example.name in newest.changed and age(newest.environment) > age(records.environment):
        return newest, newest.changed[example.name]
    return None


def warns(example: Example) -> bool:
    """Whether a script that runs to its end shows a Python warning."""
    return example.ending.exit == "0" and WARNS.search(example.output) is not None


def is_plain(example: Example) -> bool:
    """Whether pytest-codeblocks can run it: it compares standard output only, and its `__name__` is not "__main__".

    It runs all in one process, and what torch.compile makes of a function depends on what ran there before.
    """
    ends = not example.stale and example.ending.exit == "0"
    return ends and not warns(example) and not any(word in example.script for word in ('"__main__"', "torch.compile"))


def label_of(ending: str, output: str, release: str = "") -> str:
    """What stands above an output: how the script ended, in words."""
    if ending == "0":
        how = ", with a warning" if WARNS.search(output) else ""
    elif ending.startswith("exit-"):
        how = f", exit status {ending.removeprefix('exit-')}"
    else:
        how = ENDS.get(ending, f", the interpreter crashes ({ending})")
    return f"Output{release}{how}"


def fact_block(name: str, records: Record, page: Page, target: Target, template: str = "fact") -> str:
    """A sentence with its proof: the published contract's `.fact`, or a list's entry and a fence that no test runs.

    The template "inline_fact" is the sentence in a paragraph, and "proof" its proof, which opens beside the mark there.
    """
    fact, leaf = named(name, records.facts, "fact"), name.partition("#")[2]
    beside = {"tried": tried(fact), "installs": installs(fact.program)}
    beside |= {"releases": releases_of(name, records), "brief": releases_in_brief(name, records)}
    return render(target, template, fact=fact, sentence=literal(fact.sentence), id=fact_id(name), leaf=leaf, **beside)


def signature_block(calls: str, records: Record, page: Page, target: Target) -> str:
    """Calls, with blanks between, with their arguments as the library says them: `.signature`, a line each."""
    lines = [named(call, records.signatures, "signature") for call in calls.split() or [""]]
    return render(target, "signature", lines=lines)


def tried(fact: Fact) -> list[str]:
    """What a proof tries of each call that the sentence names, in words; see store.facts.Proved."""
    return [f"`{call}`: {'; '.join(_groups(call, traits))}" for call, traits in fact.tried.items()]


def _groups(call: str, traits: Collection[str]) -> Iterator[str]:
    """The dtypes of what a call is given, and what else is told apart of it."""
    taken, every = [dtype for dtype in taken_by(call) if dtype in traits], taken_by(call)
    if taken:
        yield f"all {len(every)} dtypes" if taken == every else ", ".join(taken)
    if swapped := [trait.removesuffix(OTHER_ORDER) for trait in traits if trait.endswith(OTHER_ORDER)]:
        yield f"in the other byte order {', '.join(swapped)}"
    if rest := [trait for trait in traits if trait not in every and not trait.endswith(OTHER_ORDER)]:
        yield ", ".join(rest)


def releases_of(fact: str, records: Record) -> str:
    """What has to be said of a sentence whose proof fails with other releases: since when, and what is there."""
    notes = [whole for _, whole in _notes(fact, records)]
    return f" ({' '.join(notes)})" if notes else ""


def releases_in_brief(fact: str, records: Record) -> str:
    """The same in the few words that stand beside the sentence, where all of it would be longer than SHORT."""
    whole = releases_of(fact, records)
    if len(whole) <= SHORT:
        return whole
    first, *others = (brief for brief, _ in _notes(fact, records))
    return f" ({'; '.join([first, *(brief[0].lower() + brief[1:] for brief in others)])}.)"


def _notes(fact: str, records: Record) -> Iterator[tuple[str, str]]:
    """What to say of a sentence and other releases, in brief and whole."""
    span = records.run_spans.get(fact, Span())
    yield from _note(span.earlier, span.since, ("Since", "; before,"), "Before")
    yield from _note(span.later, span.changed, ("Not so since", ":"), "Since")
    for library, ended in records.beside.get(fact, {}).items():
        yield from _note(ended, library, ("Not so with", ":"), "With")
    if fact in records.edited:
        yield EDITED.partition(",")[0], EDITED


def _note(other: Other, release: str, claim: tuple[str, str], otherwise: str) -> Iterator[tuple[str, str]]:
    """What to say of a proof that fails on one side of a release: of its `claim`, or what is `otherwise` there."""
    failed = failure(other) if isinstance(other, Ended) else None
    if failed and failed.kind == "claim":
        says, more = claim
        yield f"{says} {release}", f"{says} {release}{failed.there and f'{more} {failed.there}'}."
    elif failed:
        yield f"Otherwise {otherwise.lower()} {release}", f"{otherwise} {release}, {failed.there}."


def foot(records: Record, target: Target, names: Collection[str] = ()) -> str:
    """The last paragraph of a page that shows `names`: see recorded_on."""
    return render(target, "foot", text=recorded_on(records, names))


def recorded_on(records: Record, names: Collection[str] = ()) -> str:
    """The sentences at the end of a page that shows `names`: the pinned release, and the newest they were run on."""
    here = [name for name in names if name in records.examples or name in records.facts]
    newest, known = records.newest, records.pinned.libraries
    scripts = [_program(name, records) for name in here]
    return render(
        "markdown",
        "recorded_on",
        record=records,
        release=next((release for release in records.releases if release.leaf in names), None),
        elsewhere=any(name in records.elsewhere for name in names),
        newest=newest,
        libraries=[f"{name} {known[name]}" for name in used_by(scripts) if name in known],
        beside=[library for library in records.libraries if _all_ran(library, here, records)],
        count=len(here),
        new=sum(name not in newest.known for name in here) if newest else 0,
    )


def _all_ran(library: str, names: Collection[str], records: Record) -> bool:
    """Whether all of `names` that import a library ran with another release of it, as they are now; some do."""
    known = records.libraries[library].runs_now(records.pinned.marks)
    use = [name for name in names if library.partition(" ")[0] in used_by([_program(name, records)])]
    return bool(use) and known.keys() >= {*use}


def _program(name: str, records: Record) -> str:
    """The script of an example, or the proof of a fact."""
    return records.examples[name].script if name in records.examples else records.facts[name].program
