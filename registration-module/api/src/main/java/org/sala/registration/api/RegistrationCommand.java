package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            days = Form.days("days", days);
            Form.line("consentVersion", consentVersion, 40);
            Form.text("consentText", consentText, 10_000);
        }
    }

    /** Says a summit anew: everything, as it is from now on. Seats that are taken stay taken. */
    @JsonTypeName("revise-summit")
    record ReviseSummit(
            SummitId summit,
            BilingualText title,
            ZoneId zone,
            List<SummitDay> days,
            String consentVersion,
            BilingualText consentText)
            implements SummitCommand {

        public ReviseSummit {
            Form.required("summit", summit);
            Form.text("title", title, 200);
            Form.required("zone", zone);
            days = Form.days("days", days);
            Form.line("consentVersion", consentVersion, 40);
            Form.text("consentText", consentText, 10_000);
        }
    }

    /**
     * Lets people register by themselves.
     *
     * @param until when that ends by itself; absent where somebody will end it
     */
    @JsonTypeName("open-registration")
    record OpenRegistration(SummitId summit, @Nullable Instant until) implements SummitCommand {

        public OpenRegistration {
            Form.required("summit", summit);
        }
    }

    /** Ends that people register by themselves; staff still can. */
    @JsonTypeName("close-registration")
    record CloseRegistration(SummitId summit) implements SummitCommand {

        public CloseRegistration {
            Form.required("summit", summit);
        }
    }

    /** Ends a summit. */
    @JsonTypeName("close-summit")
    record CloseSummit(SummitId summit) implements SummitCommand {

        public CloseSummit {
            Form.required("summit", summit);
        }
    }

    /**
     * Notes that a list with phone numbers and addresses is given out; only then is it. Also of a summit that is over.
     * Idempotent per disclosure.
     *
     * @param people how many are on the list
     */
    @JsonTypeName("note-contacts-taken")
    record NoteContactsTaken(SummitId summit, DisclosureId disclosure, int people) implements SummitCommand {

        public NoteContactsTaken {
            Form.required("summit", summit);
            Form.required("disclosure", disclosure);
            Form.that("people", people >= 1);
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
            sectors = Form.sectors("sectors", sectors);
        }
    }

    /** Says anew what an organisation is, but for its cohort. */
    @JsonTypeName("revise-organization")
    record ReviseOrganization(
            OrganizationId organization,
            BilingualText name,
            OrganizationKind kind,
            OrganizationSize size,
            @Nullable String province,
            Language workingLanguage,
            List<String> sectors)
            implements OrganizationCommand {

        public ReviseOrganization {
            Form.required("organization", organization);
            Form.text("name", name, 200);
            Form.required("kind", kind);
            Form.required("size", size);
            Form.that("province", province == null || Provinces.isKnown(province));
            Form.required("workingLanguage", workingLanguage);
            sectors = Form.sectors("sectors", sectors);
        }
    }

    /** Says how the programme accompanied an organisation. */
    @JsonTypeName("assign-cohort")
    record AssignCohort(OrganizationId organization, Cohort cohort) implements OrganizationCommand {

        public AssignCohort {
            Form.required("organization", organization);
            Form.required("cohort", cohort);
        }
    }

    /** Says how an organisation works with another, as it sees it. */
    @JsonTypeName("declare-tie")
    record DeclareTie(OrganizationId organization, OrganizationId with, TieStrength strength, TieRound round)
            implements OrganizationCommand {

        public DeclareTie {
            Form.required("organization", organization);
            Form.required("with", with);
            Form.that("with", !with.equals(organization));
            Form.required("strength", strength);
            Form.required("round", round);
        }
    }

    /**
     * Registers a person for a summit.
     *
     * @param days how the person takes part, by the day's number; a day that is absent is not attended
     * @param consents what the person agrees to; without {@link Consent#DATA_USE} it is refused
     * @param consentVersion the version of the text that was agreed to
     * @param whenFull what is wanted for a day on which no seat is left; absent: refuse, and register for none
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
            String consentVersion,
            @Nullable WhenFull whenFull)
            implements ParticipantCommand {

        public RegisterParticipant {
            Form.required("participant", participant);
            Form.required("summit", summit);
            Form.person(organization, name, contact, role, gender, ageBand, language);
            days = Form.days("days", days);
            consents = Form.consents("consents", consents);
            Form.line("consentVersion", consentVersion, 40);
        }

        /** Whoever wants a seat on every day, or nothing. */
        public RegisterParticipant(
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
                String consentVersion) {
            this(
                    participant,
                    summit,
                    organization,
                    name,
                    contact,
                    role,
                    gender,
                    ageBand,
                    disability,
                    language,
                    days,
                    consents,
                    consentVersion,
                    null);
        }
    }

    /**
     * Registers a person who stands at the desk for a day, and checks them in.
     *
     * @param occurredAt when it happened at the desk, which may have been offline
     * @param scan the scan of a device; absent at a desk
     */
    @JsonTypeName("register-walk-in")
    record RegisterWalkIn(
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
            int day,
            AttendanceMode mode,
            Set<Consent> consents,
            String consentVersion,
            Instant occurredAt,
            @Nullable ScanId scan)
            implements ParticipantCommand {

        public RegisterWalkIn {
            Form.required("participant", participant);
            Form.required("summit", summit);
            Form.person(organization, name, contact, role, gender, ageBand, language);
            Form.day("day", day);
            Form.required("mode", mode);
            consents = Form.consents("consents", consents);
            Form.line("consentVersion", consentVersion, 40);
            Form.required("occurredAt", occurredAt);
            Form.scan("scan", scan);
        }
    }

    /** Says anew who a person is, but for days and consents. */
    @JsonTypeName("revise-participant")
    record ReviseParticipant(
            ParticipantId participant,
            @Nullable OrganizationId organization,
            PersonName name,
            Contact contact,
            ParticipantRole role,
            Gender gender,
            AgeBand ageBand,
            @Nullable Boolean disability,
            Language language)
            implements ParticipantCommand {

        public ReviseParticipant {
            Form.required("participant", participant);
            Form.person(organization, name, contact, role, gender, ageBand, language);
        }
    }

    /**
     * Adds a day to a registration.
     *
     * @param whenFull what is wanted where no seat is left; absent: refuse
     */
    @JsonTypeName("add-day")
    record AddDay(
            ParticipantId participant,
            int day,
            AttendanceMode mode,
            @Nullable WhenFull whenFull) implements ParticipantCommand {

        public AddDay {
            Form.required("participant", participant);
            Form.day("day", day);
            Form.required("mode", mode);
        }
    }

    /** Takes a day out of a registration, or off the waiting list. */
    @JsonTypeName("drop-day")
    record DropDay(ParticipantId participant, int day) implements ParticipantCommand {

        public DropDay {
            Form.required("participant", participant);
            Form.day("day", day);
        }
    }

    /** Gives the seat of a day back for one in the other mode; refused, and nothing given back, where none is left. */
    @JsonTypeName("change-attendance-mode")
    record ChangeAttendanceMode(ParticipantId participant, int day, AttendanceMode mode) implements ParticipantCommand {

        public ChangeAttendanceMode {
            Form.required("participant", participant);
            Form.day("day", day);
            Form.required("mode", mode);
        }
    }

    /** Gives back every seat of a person, who does not come. */
    @JsonTypeName("cancel-registration")
    record CancelRegistration(ParticipantId participant) implements ParticipantCommand {

        public CancelRegistration {
            Form.required("participant", participant);
        }
    }

    /**
     * Takes back that a person does not come.
     *
     * @param consentVersion the version of the text that is agreed to again
     */
    @JsonTypeName("reinstate-registration")
    record ReinstateRegistration(
            ParticipantId participant,
            Map<Integer, AttendanceMode> days,
            String consentVersion,
            @Nullable WhenFull whenFull)
            implements ParticipantCommand {

        public ReinstateRegistration {
            Form.required("participant", participant);
            days = Form.days("days", days);
            Form.line("consentVersion", consentVersion, 40);
        }
    }

    /** Agrees to something, in a person's name. */
    @JsonTypeName("give-consent")
    record GiveConsent(ParticipantId participant, Consent consent, String consentVersion)
            implements ParticipantCommand {

        public GiveConsent {
            Form.required("participant", participant);
            Form.required("consent", consent);
            Form.line("consentVersion", consentVersion, 40);
        }
    }

    /** Agrees no more. Without {@link Consent#DATA_USE} the registration is cancelled too. */
    @JsonTypeName("withdraw-consent")
    record WithdrawConsent(ParticipantId participant, Consent consent) implements ParticipantCommand {

        public WithdrawConsent {
            Form.required("participant", participant);
            Form.required("consent", consent);
        }
    }

    /** Lets whoever holds a ticket act for a person, and whoever holds an earlier one no more. */
    @JsonTypeName("issue-ticket")
    record IssueTicket(ParticipantId participant, TicketDigest ticket) implements ParticipantCommand {

        public IssueTicket {
            Form.required("participant", participant);
            Form.ticket("ticket", ticket);
        }
    }

    /** Gives a person a badge; one that they have is revoked. */
    @JsonTypeName("issue-badge")
    record IssueBadge(ParticipantId participant, BadgeId badge) implements ParticipantCommand {

        public IssueBadge {
            Form.required("participant", participant);
            Form.required("badge", badge);
        }
    }

    @JsonTypeName("revoke-badge")
    record RevokeBadge(ParticipantId participant, BadgeId badge) implements ParticipantCommand {

        public RevokeBadge {
            Form.required("participant", participant);
            Form.required("badge", badge);
        }
    }

    /**
     * Checks a person in for a day, at a desk that sees the answer. Idempotent per person, day and mode.
     *
     * @param occurredAt when it happened
     */
    @JsonTypeName("check-in-participant")
    record CheckInParticipant(ParticipantId participant, int day, AttendanceMode mode, Instant occurredAt)
            implements ParticipantCommand {

        public CheckInParticipant {
            Form.required("participant", participant);
            Form.day("day", day);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
        }
    }

    /** Says that a person left, at a desk that sees the answer. */
    @JsonTypeName("check-out-participant")
    record CheckOutParticipant(ParticipantId participant, int day, AttendanceMode mode, Instant occurredAt)
            implements ParticipantCommand {

        public CheckOutParticipant {
            Form.required("participant", participant);
            Form.day("day", day);
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
     * Takes in what a device noted while nobody could answer it. Whatever it says is kept: what contradicts becomes a
     * dispute. The same scan again changes nothing, and scans in any order lead to the same.
     *
     * @param badge the badge that was scanned; absent where the person was found by name
     */
    @JsonTypeName("record-scan")
    record RecordScan(
            ParticipantId participant,
            SummitId summit,
            ScanId scan,
            ScanDirection direction,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            @Nullable BadgeId badge)
            implements ParticipantCommand {

        public RecordScan {
            Form.required("participant", participant);
            Form.required("summit", summit);
            Form.scan("scan", Form.required("scan", scan));
            Form.required("direction", direction);
            Form.day("day", day);
            Form.required("mode", mode);
            Form.required("occurredAt", occurredAt);
        }
    }

    /** Says what a person found out about a dispute. */
    @JsonTypeName("resolve-check-in")
    record ResolveCheckIn(ParticipantId participant, DisputeId dispute, Resolution resolution)
            implements ParticipantCommand {

        public ResolveCheckIn {
            Form.required("participant", participant);
            Form.required("dispute", dispute);
            Form.required("resolution", resolution);
            Form.that("resolution", resolution != Resolution.EXPLAINED);
        }
    }

    /**
     * Says that a registration is a second one of somebody.
     *
     * @param participant the one that goes
     * @param into the one that stays
     */
    @JsonTypeName("merge-duplicate")
    record MergeDuplicate(ParticipantId participant, ParticipantId into) implements ParticipantCommand {

        public MergeDuplicate {
            Form.required("participant", participant);
            Form.required("into", into);
            Form.that("into", !into.equals(participant));
        }
    }

    /** Says that two registrations that look alike are of two people. */
    @JsonTypeName("dismiss-duplicate")
    record DismissDuplicate(ParticipantId participant, ParticipantId other) implements ParticipantCommand {

        public DismissDuplicate {
            Form.required("participant", participant);
            Form.required("other", other);
            Form.that("other", !other.equals(participant));
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
