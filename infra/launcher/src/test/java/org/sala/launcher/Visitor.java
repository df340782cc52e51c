package org.sala.launcher;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;

/** Somebody at a browser, who reads one language. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE = 30_000;

    private final String address;
    private final BrowserContext context;
    private final Page page;

    /** @param language {@code km} or {@code en}, as the browser asks for it */
    Visitor(Browser browser, String address, String language) {
        this(
                address,
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language.equals("km") ? "km-KH" : "en-GB")
                        .setViewportSize(1440, 1000)));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
    }

    /** Somebody with a phone, 390 px wide, which runs scripts or doesn't. */
    static Visitor onPhone(Browser browser, String address, String language, boolean scripts) {
        var visitor = new Visitor(
                address,
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language.equals("km") ? "km-KH" : "en-GB")
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(scripts)));
        visitor.context.setDefaultTimeout(PATIENCE);
        visitor.context.setDefaultNavigationTimeout(PATIENCE);
        return visitor;
    }

    private Visitor(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        this.page = context.newPage();
    }

    /** The same person in another window. */
    Visitor another() {
        return new Visitor(address, context);
    }

    Visitor signIn(String account, String password) {
        page.navigate(address + "/");
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** Opens a place of a summit. */
    Visitor open(UUID summit, String place) {
        page.navigate(address + "/summits/" + summit + "/" + place);
        return this;
    }

    /** Opens a page by its path. */
    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        page.close();
    }
}
