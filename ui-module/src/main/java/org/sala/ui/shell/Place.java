package org.sala.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import java.util.UUID;
import org.sala.ports.Role;

/** The places of the face, in the order in which people see them, and who may open each. */
public enum Place {
    TODAY("today", VaadinIcon.SUN_O),
    DESK("desk", VaadinIcon.CHECK_SQUARE_O),
    PROGRAMME("programme", VaadinIcon.CALENDAR_CLOCK),
    LISTS("lists", VaadinIcon.FILE_TABLE),
    FLOOR("floor", VaadinIcon.EXCHANGE),
    PEOPLE("people", VaadinIcon.USER),
    REPORT("report", VaadinIcon.BAR_CHART_H),
    HISTORY("history", VaadinIcon.TIME_BACKWARD),
    SETUP("setup", VaadinIcon.COG_O);

    private final String segment;
    private final VaadinIcon icon;

    Place(String segment, VaadinIcon icon) {
        this.segment = segment;
        this.icon = icon;
    }

    /** Where it is, for a summit. */
    public String path(UUID summit) {
        return "summits/" + summit + "/" + segment;
    }

    /** What it is called, for {@link org.sala.ui.language.Words}. */
    public String wordKey() {
        return "shell.place." + segment;
    }

    VaadinIcon icon() {
        return icon;
    }

    /** Who may open it; its view says the same to the server, and a test holds the two together. */
    public Set<Role> roles() {
        return switch (this) {
            case TODAY, PROGRAMME, FLOOR -> Set.of(Role.STAFF, Role.FACILITATOR);
            case DESK, LISTS, PEOPLE, SETUP -> Set.of(Role.STAFF);
            case REPORT -> Set.of(Role.STAFF, Role.DONOR);
            case HISTORY -> Set.of(Role.AUDITOR, Role.STAFF);
        };
    }

    boolean isAt(String path) {
        return path.endsWith("/" + segment) || path.contains("/" + segment + "/");
    }
}
