package org.sala.ui.floor;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.Language;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ReviseOffer;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.SummitId;
import org.sala.ui.shell.Summit;

/** Puts an offer on a stall, or says one anew. */
class OfferForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final transient Summit summit;
    private final transient Floor.@Nullable Offer was;
    private final transient OfferId id;
    private final OrganizationField organization;
    private final Select<OfferKind> kind;
    private final Select<Floor.Category> category;
    private final TextField titleKm;
    private final TextField titleEn;
    private final IntegerField units;
    private final TextField unitKm;
    private final TextField unitEn;
    private final CheckboxGroup<Language> languages = new CheckboxGroup<>();
    private final Checkbox remote = new Checkbox();
    private final TextField venueKm;
    private final TextField venueEn;
    private final DatePicker goodUntil;
    private final TextArea termsKm;
    private final TextArea termsEn;
    private final Checkbox gift = new Checkbox();

    OfferForm(Summit summit, @Nullable UUID of, Floor.@Nullable Offer was, FloorWords words, Dealing dealing) {
        super(
                "floor-offer",
                words.of(was == null ? "floor.offer.post" : "floor.offer.revise"),
                words.of(was == null ? "floor.offer.post.do" : "floor.save"),
                words,
                dealing);
        this.summit = summit;
        this.was = was;
        this.id = new OfferId(was == null ? UUID.randomUUID() : was.id());
        organization = organization("floor-offer-organization", "floor.organization");
        kind = choice(
                "floor-offer-kind",
                "floor.kind",
                List.of(OfferKind.values()),
                each -> words.of("floor.kind." + each.name()));
        category = choice(
                "floor-offer-category",
                "floor.category",
                List.<Floor.Category>of(),
                each -> each.name().in(words.locale()));
        titleKm = line("floor-offer-title-km", "floor.offer.title.km", 120);
        titleEn = line("floor-offer-title-en", "floor.offer.title.en", 120);
        units = told(new IntegerField(words.of("floor.offer.units")));
        units.setId("floor-offer-units");
        units.setMin(1);
        units.setMax(10_000);
        units.setStepButtonsVisible(true);
        unitKm = line("floor-offer-unit-km", "floor.offer.unit.km", 60);
        unitEn = line("floor-offer-unit-en", "floor.offer.unit.en", 60);
        languages.setLabel(words.of("floor.offer.languages"));
        languages.setItems(Language.values());
        languages.setItemLabelGenerator(each -> words.of("floor.language." + each.name()));
        told(languages);
        remote.setLabel(words.of("floor.offer.remote"));
        venueKm = line("floor-offer-venue-km", "floor.offer.venue.km", 200);
        venueEn = line("floor-offer-venue-en", "floor.offer.venue.en", 200);
        goodUntil = date("floor-offer-until", "floor.offer.until");
        termsKm = text("floor-offer-terms-km", "floor.offer.terms.km");
        termsEn = text("floor-offer-terms-en", "floor.offer.terms.en");
        gift.setLabel(words.of("floor.offer.gift"));
        gift.addClassName("wide");
        kind.addValueChangeListener(change -> category.setItems(words.floor().categories().stream()
                .filter(each -> each.kind() == change.getValue())
                .toList()));
        about(words.of("floor.one-language"));
        put(
                organization,
                kind,
                category,
                titleKm,
                titleEn,
                units,
                unitKm,
                unitEn,
                goodUntil,
                languages,
                remote,
                venueKm,
                venueEn,
                termsKm,
                termsEn,
                gift);
        fill(of);
    }

    private void fill(@Nullable UUID of) {
        organization.setValue(was == null ? of : was.organization());
        organization.setReadOnly(was != null || of != null);
        languages.setValue(Set.of(Language.KM));
        if (was == null) {
            units.setValue(1);
            return;
        }
        kind.setValue(was.kind());
        kind.setReadOnly(true);
        words.floor().categories().stream()
                .filter(each -> each.code().equals(was.category()))
                .findFirst()
                .ifPresent(category::setValue);
        titleKm.setValue(was.title().km());
        titleEn.setValue(was.title().en());
        units.setValue(was.units());
        unitKm.setValue(was.unit().km());
        unitEn.setValue(was.unit().en());
        languages.setValue(was.languages().stream().map(Language::valueOf).collect(Collectors.toSet()));
        remote.setValue(was.remote());
        var venue = was.venue();
        if (venue != null) {
            venueKm.setValue(venue.km());
            venueEn.setValue(venue.en());
        }
        goodUntil.setValue(was.goodUntil().atZone(summit.zone()).toLocalDate());
        termsKm.setValue(was.terms().km());
        termsEn.setValue(was.terms().en());
        gift.setValue(was.gift());
    }

    @Override
    protected void look() {
        check(organization, organization.getValue() != null);
        check(kind, kind.getValue() != null);
        check(category, category.getValue() != null);
        check(titleKm, isSaid(titleKm, titleEn));
        check(units, units.getValue() != null && units.getValue() >= 1);
        check(unitKm, isSaid(unitKm, unitEn));
        check(goodUntil, goodUntil.getValue() != null);
        check(languages, !languages.getValue().isEmpty());
        check(venueKm, remote.getValue() || isSaid(venueKm, venueEn));
        check(
                termsKm,
                Arrays.asList(termsKm, termsEn).stream()
                        .anyMatch(field -> !field.getValue().isBlank()));
    }

    private static boolean isSaid(TextField km, TextField en) {
        return !km.getValue().isBlank() || !en.getValue().isBlank();
    }

    /** The end of the chosen day at the summit; the moment that it was, where the day is the same. */
    private Instant until() {
        var day = goodUntil.getValue();
        if (was != null && was.goodUntil().atZone(summit.zone()).toLocalDate().equals(day)) {
            return was.goodUntil();
        }
        return day.atTime(END_OF_DAY).atZone(summit.zone()).toInstant();
    }

    @Override
    MarketplaceCommand command() {
        var of = new SummitId(summit.id());
        var giver = new OrganizationId(organization.getValue());
        var what = new Category(category.getValue().code());
        var title = both(titleKm.getValue(), titleEn.getValue());
        var terms = both(termsKm.getValue(), termsEn.getValue());
        var unit = both(unitKm.getValue(), unitEn.getValue());
        var place = new Place(
                remote.getValue(), isSaid(venueKm, venueEn) ? both(venueKm.getValue(), venueEn.getValue()) : null);
        return was == null
                ? new PostOffer(
                        of,
                        giver,
                        id,
                        kind.getValue(),
                        what,
                        title,
                        terms,
                        units.getValue(),
                        unit,
                        languages.getValue(),
                        place,
                        until(),
                        gift.getValue())
                : new ReviseOffer(
                        of,
                        giver,
                        id,
                        what,
                        title,
                        terms,
                        units.getValue(),
                        unit,
                        languages.getValue(),
                        place,
                        until(),
                        gift.getValue());
    }
}
