package org.sala.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place could not be shown, by a fault of ours: says so with a number under which the log has the rest. */
@Tag("div")
@ParentLayout(Shell.class)
@AnonymousAllowed
class FaultPage extends Component implements HasErrorParameter<Exception> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(FaultPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = UUID.randomUUID();
        LOG.error("{} could not be shown, fault {}", event.getLocation().getPath(), number, parameter.getException());
        Notice.put(this, "shell.fault", "shell.fault.how", number.toString());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
