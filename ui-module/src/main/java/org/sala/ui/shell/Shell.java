package org.sala.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.sala.ui.signin.SignedIn;

/** The frame around every place: which summit, which place, which language, who is signed in. */
@SpringComponent
@UIScope
// a frame around pages of every kind, those that say no included; it shows nothing that they don't
@AnonymousAllowed
public class Shell extends AppLayout implements LocaleChangeObserver, AfterNavigationObserver {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient SignedIn signedIn;

    private final DrawerToggle toggle = new DrawerToggle();
    private final Span name = new Span();
    private final Select<Summit> choice = new Select<>();
    private final Button language = new Button();
    private final Button light = new Button();
    private final SideNav places = new SideNav();
    private final Span role = new Span();
    private final Button out = new Button(new Icon(VaadinIcon.SIGN_OUT));
    private boolean choosing;
    private String path = "";
    private @Nullable UUID summit;

    Shell(Summits summits, SignedIn signedIn) {
        this.summits = summits;
        this.signedIn = signedIn;
        addClassName("shell");
        setPrimarySection(Section.DRAWER);

        choice.addClassName("summit-choice");
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null && !choosing) {
                go(change.getValue());
            }
        });
        language.addThemeVariants(ButtonVariant.TERTIARY);
        language.addClassName("language");
        language.addClickListener(click -> {
            var ui = UI.getCurrent();
            ReadersChoice.language(ui, Words.isKhmer(ui.getLocale()) ? Words.ENGLISH : Words.KHMER);
        });
        light.addThemeVariants(ButtonVariant.TERTIARY);
        light.addClickListener(click -> {
            ReadersChoice.light(UI.getCurrent(), !isDark());
            drawLight();
        });
        var top = new Div(toggle, choice, new Div(language, light));
        top.addClassName("top");
        addToNavbar(top);

        var mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        name.addClassName("product");
        var head = new Div(mark, name);
        head.addClassName("drawer-head");
        out.addThemeVariants(ButtonVariant.TERTIARY);
        out.addClickListener(click -> signedIn.out());
        role.addClassName("role");
        var foot = new Div(role, out);
        foot.addClassName("drawer-foot");
        addToDrawer(head, places, foot);
    }

    private static boolean isDark() {
        return UI.getCurrent().getPage().getColorScheme() == ColorScheme.Value.DARK;
    }

    private void drawLight() {
        var dark = isDark();
        light.setIcon(new Icon(dark ? VaadinIcon.SUN_O : VaadinIcon.MOON_O));
        var words = getTranslation(dark ? "shell.to-light" : "shell.to-dark");
        light.setAriaLabel(words);
        light.setTooltipText(words);
    }

    private void go(Summit chosen) {
        for (var place : Place.values()) {
            if (place.isAt(path)) {
                UI.getCurrent().navigate(place.path(chosen.id()));
                return;
            }
        }
        UI.getCurrent().navigate("");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        name.setText(getTranslation("shell.name"));
        toggle.setAriaLabel(getTranslation("shell.menu"));
        choice.setAriaLabel(getTranslation("shell.summit"));
        choice.setPlaceholder(getTranslation("shell.no-summit"));
        choice.setItemLabelGenerator(one -> one.title().in(getLocale()));
        language.setText(getTranslation("shell.other-language"));
        language.getElement().setAttribute("lang", Words.isKhmer(event.getLocale()) ? "en" : "km");
        out.setAriaLabel(getTranslation("shell.sign-out"));
        out.setTooltipText(getTranslation("shell.sign-out"));
        drawLight();
        drawPlaces();
        titleOf(getContent()).ifPresent(UI.getCurrent().getPage()::setTitle);
    }

    private static Optional<String> titleOf(@Nullable Component content) {
        return content instanceof HasDynamicTitle titled ? Optional.of(titled.getPageTitle()) : Optional.empty();
    }

    private void drawPlaces() {
        places.removeAll();
        places.getElement().setAttribute("aria-label", getTranslation("shell.places"));
        var account = signedIn.find();
        role.setText(account.map(one -> one.roles().stream()
                        .map(each -> getTranslation("shell.role." + each.name()))
                        .collect(Collectors.joining(", ")))
                .orElse(""));
        if (summit == null || account.isEmpty()) {
            return;
        }
        for (var place : Place.values()) {
            if (account.get().isAnyOf(place.roles().toArray(Role[]::new))) {
                places.addItem(new SideNavItem(
                        getTranslation(place.wordKey()),
                        place.path(summit),
                        place.icon().create()));
            }
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        var all = summits.all();
        // a page that says no has no parameters of its own: its address still says which summit was asked for
        summit = SummitPath.inAddress(path)
                .filter(id -> all.stream().anyMatch(one -> one.id().equals(id)))
                .or(() -> all.stream().findFirst().map(Summit::id))
                .orElse(null);
        choosing = true;
        choice.setItems(all);
        choice.setEnabled(!all.isEmpty());
        all.stream().filter(one -> one.id().equals(summit)).findFirst().ifPresent(choice::setValue);
        choosing = false;
        drawPlaces();
    }
}
