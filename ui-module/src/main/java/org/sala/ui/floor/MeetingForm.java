package org.sala.ui.floor;

import java.io.Serial;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.ui.shell.Summit;

/** Notes that two organisations met which no plan had brought together. */
class MeetingForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summit summit;
    private final OrganizationField one;
    private final OrganizationField other;

    MeetingForm(Summit summit, FloorWords words, Dealing dealing) {
        super("floor-meeting", words.of("floor.meeting.record"), words.of("floor.meeting.record.do"), words, dealing);
        this.summit = summit;
        one = organization("floor-meeting-one", "floor.organization");
        other = organization("floor-meeting-other", "floor.meeting.other");
        put(one, other);
    }

    @Override
    protected void look() {
        check(one, one.getValue() != null);
        check(other, other.getValue() != null && !other.getValue().equals(one.getValue()));
    }

    @Override
    MarketplaceCommand command() {
        return new RecordMeeting(
                new SummitId(summit.id()),
                new OrganizationId(one.getValue()),
                new OrganizationId(other.getValue()),
                null);
    }
}
