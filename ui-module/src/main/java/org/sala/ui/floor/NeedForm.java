package org.sala.ui.floor;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.VoiceNeed;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.Urgency;
import org.sala.ui.shell.Summit;

/** Says what an organisation needs. */
class NeedForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summit summit;
    private final transient NeedId id = new NeedId(UUID.randomUUID());
    private final OrganizationField organization;
    private final Select<OfferKind> kind;
    private final Select<Floor.Category> category;
    private final Select<Urgency> urgency;
    private final TextField titleKm;
    private final TextField titleEn;
    private final TextArea detailsKm;
    private final TextArea detailsEn;

    NeedForm(Summit summit, @Nullable UUID of, FloorWords words, Dealing dealing) {
        super("floor-need", words.of("floor.need.voice"), words.of("floor.need.voice.do"), words, dealing);
        this.summit = summit;
        organization = organization("floor-need-organization", "floor.organization");
        organization.setValue(of);
        organization.setReadOnly(of != null);
        kind = choice(
                "floor-need-kind",
                "floor.kind",
                List.of(OfferKind.values()),
                each -> words.of("floor.kind." + each.name()));
        category = choice(
                "floor-need-category",
                "floor.category",
                List.<Floor.Category>of(),
                each -> each.name().in(words.locale()));
        kind.addValueChangeListener(change -> category.setItems(words.floor().categories().stream()
                .filter(each -> each.kind() == change.getValue())
                .toList()));
        urgency = choice(
                "floor-need-urgency",
                "floor.urgency",
                List.of(Urgency.values()),
                each -> words.of("floor.urgency." + each.name()));
        urgency.setValue(Urgency.SOON);
        titleKm = line("floor-need-title-km", "floor.need.title.km", 120);
        titleEn = line("floor-need-title-en", "floor.need.title.en", 120);
        detailsKm = text("floor-need-details-km", "floor.need.details.km");
        detailsEn = text("floor-need-details-en", "floor.need.details.en");
        about(words.of("floor.one-language"));
        put(organization, kind, category, urgency, titleKm, titleEn, detailsKm, detailsEn);
    }

    @Override
    protected void look() {
        check(organization, organization.getValue() != null);
        check(kind, kind.getValue() != null);
        check(category, category.getValue() != null);
        check(titleKm, !titleKm.getValue().isBlank() || !titleEn.getValue().isBlank());
        check(
                detailsKm,
                !detailsKm.getValue().isBlank() || !detailsEn.getValue().isBlank());
    }

    @Override
    MarketplaceCommand command() {
        return new VoiceNeed(
                new SummitId(summit.id()),
                new OrganizationId(organization.getValue()),
                id,
                kind.getValue(),
                new Category(category.getValue().code()),
                both(titleKm.getValue(), titleEn.getValue()),
                both(detailsKm.getValue(), detailsEn.getValue()),
                urgency.getValue());
    }
}
