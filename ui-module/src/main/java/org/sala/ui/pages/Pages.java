package org.sala.ui.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Makes answers of light pages. */
public final class Pages {

    /** The field of the button that only asks for the same page in another language. */
    public static final String IN_LANGUAGE = "in";

    /** Set where a form came without its proof of where it came from, such as after a browser forgot its cookies. */
    static final String STALE = "org.sala.ui.pages.stale";

    private Pages() {}

    /**
     * A page of a template.
     *
     * @param template where it lies below {@code org/sala/ui}, such as {@code registering/own}
     */
    public static ModelAndView page(String template, HttpStatus status) {
        return new ModelAndView(template, status);
    }

    /**
     * A page with a form.
     *
     * @param typed what its fields begin with
     * @param wrong what is wrong with that, by field, in the reader's words
     * @param trouble key of the words for what else went wrong; absent where nothing did
     */
    public static ModelAndView form(
            String template, Typed typed, Map<String, String> wrong, @Nullable String trouble, HttpStatus status) {
        return page(template, status)
                .addObject("typed", typed)
                .addObject("wrong", wrong)
                .addObject("trouble", trouble);
    }

    /**
     * A page that says one thing.
     *
     * @param what key of the words for its heading; those for the rest have {@code .how} behind
     */
    public static ModelAndView notice(String what, HttpStatus status) {
        return page("pages/notice", status).addObject("what", what);
    }

    /** Leads on by a request that can be repeated, so that loading a page again sends no form again. */
    public static ModelAndView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** Whether a form came without proof that it came from our page. */
    public static boolean isStale(HttpServletRequest request) {
        return request.getAttribute(STALE) != null;
    }

    public static UUID newId() {
        return UUID.randomUUID();
    }

    /** One of several. */
    public record Choice(String value, String words) {}
}
