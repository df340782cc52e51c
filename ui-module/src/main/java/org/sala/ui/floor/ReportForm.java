package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serial;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.OrganizationId;

/** Says how far something has come that organisations do together. */
class ReportForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Floor.Action action;
    private final ComboBox<UUID> by;
    private final Select<ActionProgress> progress;
    private final DatePicker on;
    private final TextArea note;

    ReportForm(Floor.Action action, LocalDate today, FloorWords words, Dealing dealing) {
        super("floor-report", words.of("floor.action.report"), words.of("floor.action.report.do"), words, dealing);
        this.action = action;
        about(action.title().in(words.locale()));
        by = told(new ComboBox<>(words.of("floor.action.report.by")));
        by.setId("floor-report-by");
        by.setItemLabelGenerator(words::name);
        by.setItems(action.organizations());
        progress = choice(
                "floor-report-progress",
                "floor.action.progress",
                List.of(ActionProgress.values()),
                each -> words.of("floor.progress." + each.name()));
        on = date("floor-report-on", "floor.action.report.on");
        on.setValue(today);
        on.setMax(today);
        note = text("floor-report-note", "floor.action.report.note");
        note.setHelperText(words.of("floor.leg.note.how"));
        put(by, progress, on, note);
    }

    @Override
    protected void look() {
        check(by, by.getValue() != null);
        check(progress, progress.getValue() != null);
        check(on, on.getValue() != null);
    }

    @Override
    MarketplaceCommand command() {
        return new ReportJointAction(
                new JointActionId(action.id()),
                new OrganizationId(by.getValue()),
                progress.getValue(),
                on.getValue(),
                note.getValue().isBlank() ? null : new FreeText(note.getValue().strip()));
    }
}
