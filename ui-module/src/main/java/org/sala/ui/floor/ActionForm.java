package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.ui.shell.Summit;

/** Pledges what organisations will do together. */
class ActionForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summit summit;
    private final transient JointActionId id = new JointActionId(UUID.randomUUID());
    private final TextField titleKm;
    private final TextField titleEn;
    private final MultiSelectComboBox<UUID> organizations;
    private final DatePicker due;

    ActionForm(Summit summit, FloorWords words, Dealing dealing) {
        super("floor-action", words.of("floor.action.pledge"), words.of("floor.action.pledge.do"), words, dealing);
        this.summit = summit;
        titleKm = line("floor-action-title-km", "floor.action.title.km", 200);
        titleEn = line("floor-action-title-en", "floor.action.title.en", 200);
        organizations = Choosing.several("floor-action-organizations", "floor.action.organizations", words);
        told(organizations);
        due = date("floor-action-due", "floor.action.due");
        about(words.of("floor.one-language"));
        put(titleKm, titleEn, organizations, due);
    }

    @Override
    protected void look() {
        check(titleKm, !titleKm.getValue().isBlank() || !titleEn.getValue().isBlank());
        check(
                organizations,
                organizations.getValue().size() >= 2 && organizations.getValue().size() <= 12);
        check(due, due.getValue() != null);
    }

    @Override
    MarketplaceCommand command() {
        return new PledgeJointAction(
                id,
                new SummitId(summit.id()),
                organizations.getValue().stream().map(OrganizationId::new).collect(Collectors.toSet()),
                both(titleKm.getValue(), titleEn.getValue()),
                due.getValue());
    }
}
