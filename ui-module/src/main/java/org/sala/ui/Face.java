package org.sala.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.io.Serial;

/** What every page has in common before any view is there. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://sala/styles.css")
public class Face implements AppShellConfigurator {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "sala/icon.svg", "any");
    }
}
