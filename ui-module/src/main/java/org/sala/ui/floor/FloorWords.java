package org.sala.ui.floor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** What is on a floor, in the reader's words. */
public record FloorWords(Floor floor, ZoneId zone, Locale locale) {

    private static final String CONTEXT = "marketplace.";

    public String of(String key, @Nullable Object... arguments) {
        return Words.of(locale, key, arguments);
    }

    String counted(String key, long number) {
        return Words.counted(locale, key, number);
    }

    public String name(UUID organization) {
        return floor.name(organization, locale);
    }

    String names(Iterable<UUID> organizations) {
        var names = new java.util.ArrayList<String>();
        organizations.forEach(each -> names.add(name(each)));
        return String.join(of("floor.and-so-on"), names);
    }

    public String category(String code) {
        return floor.category(code, locale);
    }

    /** A gives B n units of something. */
    String leg(Floor.Leg leg) {
        return leg(
                leg.giver(),
                leg.receiver(),
                leg.units(),
                floor.offer(leg.offer()).orElse(null));
    }

    public String leg(UUID giver, UUID receiver, int units, Floor.@Nullable Offer offer) {
        return of(
                "floor.leg",
                name(giver),
                name(receiver),
                Figures.whole(units),
                offer == null ? of("floor.unit.unknown") : offer.unit().in(locale),
                offer == null ? of("floor.offer.unknown") : offer.title().in(locale));
    }

    String shape(Floor.Trade trade) {
        return of("floor.shape." + trade.shape().name(), trade.legs().size());
    }

    String minute(Instant time) {
        return Figures.minute(time, zone);
    }

    /** What an offer has left, such as "2 of 3 half days are free". */
    public String free(Floor.Offer offer) {
        return of(
                "floor.offer.free",
                Figures.whole(offer.free()),
                Figures.whole(offer.units()),
                offer.unit().in(locale));
    }

    /** Where it can be had. */
    public String place(Floor.Offer offer) {
        var venue = offer.venue();
        if (venue == null) {
            return of("floor.place.remote");
        }
        return offer.remote() ? of("floor.place.both", venue.in(locale)) : venue.in(locale);
    }

    public String languages(Floor.Offer offer) {
        return offer.languages().stream()
                .map(each -> of("floor.language." + each))
                .collect(Collectors.joining(of("floor.and-so-on")));
    }

    /** Which of its parties have accepted a trade, in number. */
    String acceptances(Floor.Trade trade) {
        return of(
                "floor.trade.accepted",
                Figures.whole(trade.parties().stream()
                        .filter(trade.accepted()::contains)
                        .count()),
                Figures.whole(trade.parties().size()));
    }

    /** Something that happened to a trade, in a sentence. */
    public String moment(Floor.Moment moment) {
        var what = moment.type().substring(CONTEXT.length());
        var who = moment.organization() == null ? of("floor.programme") : name(moment.organization());
        var detail = moment.detail() == null ? "" : of("floor.detail." + what + "." + moment.detail());
        var on = moment.on() == null ? "" : Figures.date(Objects.requireNonNull(moment.on()));
        var leg = moment.leg() == null ? "" : Integer.toString(moment.leg());
        var sentence = of("floor.moment." + what, who, leg, on, detail);
        // without its reason it ends where that would begin
        return detail.isEmpty() ? sentence.replaceFirst("\\s*[:៖]\\s*$", "") : sentence;
    }

    /** What kind of thing was told of a leg. */
    String told(String type) {
        return of("floor.told." + type.substring(CONTEXT.length()));
    }
}
