package org.sala.ui.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.Serial;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;

/** The door: name and password, in the reader's language. A refusal doesn't say which part was wrong. */
@Route(value = SignInView.PATH, autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String PATH = "sign-in";

    private final LoginForm form = new LoginForm();
    private final H1 name = new H1();
    private final Paragraph purpose = new Paragraph();
    private final Button language = new Button();

    SignInView() {
        addClassName("sign-in");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        language.addThemeVariants(ButtonVariant.TERTIARY);
        language.addClickListener(click -> {
            var ui = UI.getCurrent();
            ReadersChoice.language(ui, Words.isKhmer(ui.getLocale()) ? Words.ENGLISH : Words.KHMER);
        });
        var mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var head = new Div(mark, name, purpose);
        head.addClassName("sign-in-head");
        var card = new Div(head, form, language);
        card.addClassName("sign-in-card");
        add(card);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        name.setText(getTranslation("signin.name"));
        purpose.setText(getTranslation("signin.purpose"));
        language.setText(getTranslation("signin.other-language"));
        language.getElement().setAttribute("lang", Words.isKhmer(event.getLocale()) ? "en" : "km");
        var words = LoginI18n.createDefault();
        words.getForm().setTitle(getTranslation("signin.title"));
        words.getForm().setUsername(getTranslation("signin.account"));
        words.getForm().setPassword(getTranslation("signin.password"));
        words.getForm().setSubmit(getTranslation("signin.submit"));
        words.getErrorMessage().setTitle(getTranslation("signin.refused"));
        words.getErrorMessage().setMessage(getTranslation("signin.refused.detail"));
        words.getErrorMessage().setUsername(getTranslation("signin.account.missing"));
        words.getErrorMessage().setPassword(getTranslation("signin.password.missing"));
        form.setI18n(words);
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · " + getTranslation("signin.name");
    }
}
