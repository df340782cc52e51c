package org.sala.ui.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.ports.FaultTrace;
import org.sala.ports.NotSignedIn;
import org.sala.ports.PortUnreachable;
import org.sala.registration.api.RegistrationRejected;
import org.sala.ui.language.PageLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page has in common, and the page that somebody sees where theirs could not be made. The address isn't
 * logged, since a ticket may be in it, and messages of faults aren't, since what was typed may be.
 */
@ControllerAdvice(annotations = LightPage.class)
class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final PageLanguage language;
    private final PageFiles files;

    Mishaps(PageLanguage language, PageFiles files) {
        this.language = language;
        this.files = files;
    }

    @ModelAttribute
    void everyPage(Model model, HttpServletRequest request, HttpServletResponse response) {
        language.keepChoice(request, response);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken proof) {
            // its cookie has to be set before the first byte of the page is sent
            proof.getToken();
        }
        model.addAllAttributes(files.of(request));
    }

    @ExceptionHandler
    ModelAndView notShown(NotShown page, HttpServletRequest request) {
        return notice(page.notice(), page.status(), request).addObject("back", page.back());
    }

    @ExceptionHandler
    ModelAndView refused(RegistrationRejected refused, HttpServletRequest request) {
        LOG.warn("Registration refused a page: {}", refused.reason());
        return notice("pages.notice.refused", HttpStatus.CONFLICT, request);
    }

    @ExceptionHandler
    ModelAndView refused(MarketplaceRejected refused, HttpServletRequest request) {
        LOG.warn("The marketplace refused a page: {}", refused.reason());
        return notice("pages.notice.refused", HttpStatus.CONFLICT, request);
    }

    @ExceptionHandler
    ModelAndView away(PortUnreachable away, HttpServletRequest request) {
        LOG.warn("A module can't be asked: {}", away.getMessage());
        return notice("pages.notice.away", HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler
    ModelAndView notTaken(NotSignedIn refused, HttpServletRequest request) {
        LOG.warn("A module does not take tokens signed here: are both keys of one pair?");
        return notice("pages.notice.away", HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    @ExceptionHandler
    ModelAndView fault(Throwable fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return notice(
                    "pages.notice.refused",
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    request);
        }
        var number = UUID.randomUUID();
        LOG.error("A participant's page could not be shown, fault {}: {}", number, FaultTrace.of(fault));
        return notice("pages.notice.fault", HttpStatus.INTERNAL_SERVER_ERROR, request)
                .addObject("number", number);
    }

    private ModelAndView notice(String what, HttpStatus status, HttpServletRequest request) {
        return Pages.notice(what, status).addAllObjects(files.of(request));
    }
}
