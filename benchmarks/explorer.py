"""How long the explorer takes to answer a choice, on a phone: python -m benchmarks.explorer, after `make site`.

Prints milliseconds from the choice to the frame that shows it, in Chromium with the processor slowed down four times.
The aim is 50.
"""

import shutil

from playwright.sync_api import Page, sync_playwright

from snippets.store.files import ROOT

SLOWER = 4
# From the choice to the frame that shows it: layout is forced, as the frame would do.
MEASURE = """() => [...document.querySelector('.explorer [name=dtype]').options].map((option) => {
  const select = option.parentElement;
  const began = performance.now();
  select.value = option.value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  document.querySelector(".explorer").getBoundingClientRect();
  return performance.now() - began;
})"""


def answers(page: Page, rounds: int = 5) -> list[float]:
    """Milliseconds for each dtype, the best of `rounds`, sorted; `page` shows the explorer."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    measured = [page.evaluate(MEASURE) for _ in range(rounds)]
    return sorted(min(one) for one in zip(*measured, strict=True))


def main() -> None:
    """Opens the built page from its file and prints the times."""
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        page.goto((ROOT / "site/reference/behaviour/index.html").as_uri() + "#explorer")
        page.locator(".explorer [role=status]").wait_for()
        times = answers(page)
        browser.close()
    print(f"{len(times)} choices: median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
