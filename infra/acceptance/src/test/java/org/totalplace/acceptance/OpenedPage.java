package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What is asked of a page that a browser has opened, and how somebody comes there. */
final class OpenedPage {

    static final Path SHOTS = Checkout.root().resolve("infra/acceptance/target/screenshots");

    private OpenedPage() {}

    static Page signedIn(BrowserContext context, Api api, String user, String path) {
        Page page = context.newPage();
        page.navigate(api.gateway() + path);
        if (page.locator("input[name=username]").count() > 0) {
            page.fill("input[name=username]", user);
            page.fill("input[name=password]", "demo");
            page.click("button[type=submit]");
            page.waitForLoadState();
            page.navigate(api.gateway() + path);
        }
        return page;
    }

    static void noViolations(Page page) {
        var results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(results.getViolations().stream().map(rule -> rule.getId() + ": " + rule.getHelp()))
                .isEmpty();
    }

    /** Wide tables scroll in themselves, the page does not. */
    static void fitsATelephone(Page page, String shot) {
        page.setViewportSize(320, 700);
        picture(page, shot + "-narrow");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 320"))
                .as("%s at 320 pixels", shot)
                .isTrue();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
