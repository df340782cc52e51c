package org.sala.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.Serial;
import java.time.Duration;
import java.util.UUID;
import org.sala.ui.language.Words;
import org.sala.ui.live.Windows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A click or a push that fails by a fault of ours: told at once in the reader's language, with a number for the log. */
@Component
class Faults implements VaadinServiceInitListener {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(initialised -> initialised.getSession().setErrorHandler(Faults::tell));
    }

    private static void tell(ErrorEvent event) {
        var number = UUID.randomUUID();
        LOG.error("Something on the screen failed, fault {}", number, event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            Windows.in(ui, () -> {
                var words = Words.of(ui.getLocale(), "shell.fault") + ". "
                        + Words.of(ui.getLocale(), "shell.fault.how", number);
                var told = new Notification(words, (int) Duration.ofSeconds(20).toMillis());
                told.setPosition(Notification.Position.TOP_CENTER);
                told.addThemeVariants(NotificationVariant.ERROR);
                told.setAssertive(true);
                told.open();
            });
        }
    }
}
