package org.sala.rehearsal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;

/** The summit, its organisations and people, and who arrives. */
final class RegistrationLines {

    private final SummitFiles files;
    private final List<SummitDay> days;
    final Line<AnnounceSummit> announced;
    final List<Line<EnrolOrganization>> enrolled;
    final List<Line<RegisterParticipant>> registered;
    final List<Line<CheckInParticipant>> checkIns;

    /**
     * Reads them.
     *
     * @throws FaultySummit where there is not one summit with its days, so that nothing else can be read
     */
    RegistrationLines(SummitFiles files) {
        this.files = files;
        days = days();
        announced = summit();
        enrolled = organizations();
        registered = participants(announced.command().consentVersion());
        checkIns = checkIns();
    }

    /** The date of each day, by its number. */
    Map<Integer, LocalDate> dates() {
        var dates = new HashMap<Integer, LocalDate>();
        days.forEach(day -> dates.put(day.number(), day.date()));
        return dates;
    }

    private Line<AnnounceSummit> summit() {
        var announced = files.sheet(
                        "summit",
                        "key, title_km, title_en, zone, consent_version, consent_km, consent_en, announced_at")
                .each(row -> {
                    files.liveIn(row.zone("zone"));
                    return row.line(
                            row.text("key"),
                            row.moment("announced_at", files.zone()),
                            new AnnounceSummit(
                                    new SummitId(files.ids().space()),
                                    row.both("title", (km, en) -> new BilingualText(files.title(km), files.title(en))),
                                    files.zone(),
                                    days,
                                    row.text("consent_version"),
                                    row.both("consent", BilingualText::new)));
                });
        if (announced.size() != 1) {
            files.faults().add(new Fault("summit.csv", 2, "line", "must be one summit"));
            throw files.faulty();
        }
        return announced.getFirst();
    }

    private List<SummitDay> days() {
        return files.sheet(
                        "days",
                        "day, date, venue_km, venue_en, seats_in_person, seats_online, admits_cohorts, admits_roles")
                .each(row -> {
                    var seats = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
                    if (row.maybe("seats_in_person") != null) {
                        seats.put(AttendanceMode.IN_PERSON, row.number("seats_in_person"));
                    }
                    if (row.maybe("seats_online") != null) {
                        seats.put(AttendanceMode.ONLINE, row.number("seats_online"));
                    }
                    return new SummitDay(
                            row.number("day"),
                            row.date("date"),
                            row.both("venue", BilingualText::new),
                            seats,
                            new SummitDay.Admission(
                                    row.some("admits_cohorts", Cohort.class),
                                    row.some("admits_roles", ParticipantRole.class)));
                });
    }

    private List<Line<EnrolOrganization>> organizations() {
        return files.sheet(
                        "organizations",
                        "key, name_km, name_en, kind, size, province, cohort, language, sectors, enrolled_at")
                .each(row -> {
                    var key = files.key(row, "organization", files.organizations());
                    return row.line(
                            key,
                            row.moment("enrolled_at", files.zone()),
                            new EnrolOrganization(
                                    new OrganizationId(files.ids().of("organization", key)),
                                    new SummitId(files.ids().space()),
                                    row.both("name", BilingualText::new),
                                    row.one("kind", OrganizationKind.class),
                                    row.one("size", OrganizationSize.class),
                                    row.maybe("province"),
                                    row.one("cohort", Cohort.class),
                                    row.one("language", Language.class),
                                    row.list("sectors")));
                });
    }

    private List<Line<RegisterParticipant>> participants(String consentVersion) {
        return files.sheet(
                        "participants",
                        "key, organization, name_km, name_latin, role, gender, age, disability, language, day_1, day_2,"
                                + " day_3, day_4, consents, phone, email, registered_at")
                .each(row -> {
                    var key = files.key(row, "participant", files.participants());
                    var days = new TreeMap<Integer, AttendanceMode>();
                    for (var day = 1; day <= 4; day++) {
                        var mode = row.maybeOne("day_" + day, AttendanceMode.class);
                        if (mode != null) {
                            days.put(day, mode);
                        }
                    }
                    return row.line(
                            key,
                            row.moment("registered_at", files.zone()),
                            new RegisterParticipant(
                                    new ParticipantId(files.ids().of("participant", key)),
                                    new SummitId(files.ids().space()),
                                    row.maybe("organization") == null
                                            ? null
                                            : new OrganizationId(row.known(
                                                    "organization", files.organizations(), "organizations.csv")),
                                    new PersonName(
                                            row.maybe("name_km") == null ? null : row.khmer("name_km"),
                                            row.maybe("name_latin")),
                                    new Contact(row.maybe("phone"), row.maybe("email")),
                                    row.one("role", ParticipantRole.class),
                                    row.one("gender", Gender.class),
                                    row.one("age", AgeBand.class),
                                    row.yesOrNo("disability"),
                                    row.one("language", Language.class),
                                    days,
                                    row.some("consents", Consent.class),
                                    consentVersion));
                });
    }

    private List<Line<CheckInParticipant>> checkIns() {
        return Line.inOrder(files.sheet("check-ins", "participant, day, mode, at, told_at")
                .each(row -> {
                    var at = row.moment("at", files.zone());
                    return row.line(
                            row.text("participant") + "/" + row.text("day"),
                            row.maybe("told_at") == null ? at : row.moment("told_at", files.zone()),
                            new CheckInParticipant(
                                    new ParticipantId(
                                            row.known("participant", files.participants(), "participants.csv")),
                                    row.number("day"),
                                    row.one("mode", AttendanceMode.class),
                                    at));
                }));
    }
}
