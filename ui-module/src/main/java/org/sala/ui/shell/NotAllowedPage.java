package org.sala.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** The account may not open what was asked for. */
@Tag("div")
@ParentLayout(Shell.class)
@AnonymousAllowed
class NotAllowedPage extends Component implements HasErrorParameter<AccessDeniedException> {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        Notice.put(this, "shell.not-allowed", "shell.not-allowed.how");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
