package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of registration. Each record checks its form when it is made and refuses with {@link
 * RegistrationRejected.Reason#MALFORMED}; its {@link JsonTypeName} is its name over HTTP.
 */
public sealed interface RegistrationCommand {

    /** Asks something of a summit. */
    sealed interface SummitCommand extends RegistrationCommand {
        SummitId summit();
    }

    /** Asks something of an organisation. */
    sealed interface OrganizationCommand extends RegistrationCommand {
        OrganizationId organization();
    }

    /** Asks something of, or for, a person. */
    sealed interface ParticipantCommand extends RegistrationCommand {
        ParticipantId participant();
    }

    /**
     * Tells the world of a summit: its days, modes, seats and the text that people consent to.
     *
     * @param consentVersion version of the consent text, such as {@code 2022-05}
     */
    @JsonTypeName("announce-summit")
    record AnnounceSummit(
            SummitId summit,
            BilingualText title,
            ZoneId zone,
            List<SummitDay> days,
            String consentVersion,
            BilingualText consentText)
            implements SummitCommand {

        public AnnounceSummit {
            Form.required("summit", summit);
            Form.text("title", title, 200);
            Form.required("zone", zone);
            days = List.copyOf(Form.required("days", days));
            Form.that("days", !days.isEmpty() && days.size() <= 60);
            for (var i = 0; i < days.size(); i++) {
                var day = days.get(i);
                Form.that("days", day.number() == i + 1);
                Form.that("days", i == 0 || day.date().isAfter(days.get(i - 1).date()));
                Form.text("venue", day.venue(), 200);
                Form.that("seats", !day.seats().isEmpty());
                Form.that("seats", day.seats().values().stream().allMatch(n -> n >= 0 && n <= 100_000));
                Form.required("admits", day.admits());
            }
            Form.line("consentVersion", consentVersion, 40);
            Form.text("consentText", consentText, 10_000);
        }
    }

    /**
     * Enrols an organisation for a summit.
     *
     * @param province ISO 3166-2:KH code, such as {@code KH-12}; absent where it works from abroad
     * @param sectors what it works on, in its own words
     */
    @JsonTypeName("enrol-organization")
    record EnrolOrganization(
            OrganizationId organization,
            SummitId summit,
            BilingualText name,
            OrganizationKind kind,
            OrganizationSize size,
            @Nullable String province,
            Cohort cohort,
            Language workingLanguage,
            List<String> sectors)
            implements OrganizationCommand {

        public EnrolOrganization {
            Form.required("organization", organization);
            Form.required("summit", summit);
            Form.text("name", name, 200);
            Form.required("kind", kind);
            Form.required("size", size);
            Form.that("province", province == null || Provinces.isKnown(province));
            Form.required("cohort", cohort);
            Form.required("workingLanguage", workingLanguage);
            sectors = List.copyOf(Form.required("sectors", sectors));
            Form.that("sectors", sectors.size() <= 20);
            sectors.forEach(sector -> Form.line("sectors", sector, 80));
        }
    }

    /**
     * Registers a person for a summit.
     *
     * @param days how the person takes part, by the day's number; a day that is absent is not attended
     * @param consents what the person agrees to; without {@link Consent#DATA_USE} it is refused
     * @param consentVersion the version of the text that was agreed to
     */
    @JsonTypeName("register-participant")
    record RegisterParticipant(
            ParticipantId participant,
            SummitId summit,
            @Nullable OrganizationId organization,
            PersonName name,
            Contact contact,
            ParticipantRole role,
            Gender gender,
            AgeBand ageBand,
            @Nullable Boolean disability,
            Language language,
            Map<Integer, AttendanceMode> days,
            Set<Consent> consents,
            String consentVersion)
            implements ParticipantCommand {

        public RegisterParticipant {
            Form.required("participant", participant);
            Form.required("summit", summit);
            Form.name("name", Form.required("name", name));
            Form.contact("contact", Form.required("contact", contact));
            Form.required("role", role);
            Form.that("organization", organization != null || role != ParticipantRole.CSO_MEMBER);
            Form.required("gender", gender);
            Form.required("ageBand", ageBand);
            Form.required("language", language);
            days = Collections.unmodifiableMap(new TreeMap<>(Form.required("days", days)));
            Form.that("days", !days.isEmpty());
            consents = Collections.unmodifiableSet(new TreeSet<>(Form.required("consents", consents)));
            Form.line("consentVersion", consentVersion, 40);
        }
    }

    /**
     * Checks a person in for a day. Idempotent per person, day and mode.
     *
     * @param occurredAt when it happened at the desk, which may have been offline
     */
    @JsonTypeName("check-in-participant")
    record CheckInParticipant(ParticipantId participant, int day, AttendanceMode mode, Instant occurredAt)
            implements ParticipantCommand {

        public CheckInParticipant {
            Form.required("participant", participant);
            Form.that("day", day >= 1 && day <= 60);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
        }
    }

    /**
     * Forgets one kind of a person's data for good, and leaves the rest. Idempotent.
     *
     * @param kind not {@link DataKind#ATTENDANCE}, for which the person is erased
     */
    @JsonTypeName("forget-personal-data")
    record ForgetPersonalData(ParticipantId participant, DataKind kind) implements ParticipantCommand {

        public ForgetPersonalData {
            Form.required("participant", participant);
            Form.that("kind", Form.required("kind", kind) != DataKind.ATTENDANCE);
        }
    }

    /**
     * Notes that everything held on a person is given out; only then is it, by {@link RegistrationQueries#disclosed}.
     * Idempotent per disclosure.
     */
    @JsonTypeName("disclose-personal-data")
    record DisclosePersonalData(ParticipantId participant, DisclosureId disclosure) implements ParticipantCommand {

        public DisclosePersonalData {
            Form.required("participant", participant);
            Form.required("disclosure", disclosure);
        }
    }

    /** Erases a person for good: who it was can't be known from then on, by nobody. Idempotent. */
    @JsonTypeName("erase-participant")
    record EraseParticipant(ParticipantId participant) implements ParticipantCommand {

        public EraseParticipant {
            Form.required("participant", participant);
        }
    }
}
