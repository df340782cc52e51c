package org.sala.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Nothing is at the address that was asked for. */
@Tag("div")
@ParentLayout(Shell.class)
@AnonymousAllowed
class NotFoundPage extends Component implements HasErrorParameter<NotFoundException> {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Notice.put(this, "shell.not-found", "shell.not-found.how");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
