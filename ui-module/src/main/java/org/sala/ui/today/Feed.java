package org.sala.ui.today;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegAskedAfter;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegConfirmed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDelivered;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegDisputed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLegResolved;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeShape;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.CertificateEvent;
import org.sala.sessions.api.SessionsEvent.EmptyChairTaken;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.InterviewEnded;
import org.sala.sessions.api.SessionsEvent.InterviewStarted;
import org.sala.sessions.api.SessionsEvent.NomineeReplaced;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.PitchDelivered;
import org.sala.sessions.api.SessionsEvent.PitchErased;
import org.sala.sessions.api.SessionsEvent.PitchFeedbackGiven;
import org.sala.sessions.api.SessionsEvent.PitchTeamEntered;
import org.sala.sessions.api.SessionsEvent.PitchTeamWithdrawn;
import org.sala.sessions.api.SessionsEvent.QuestionAsked;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsEvent.RunningOrderArranged;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.ui.audit.Timeline.Happening;
import org.sala.ui.shell.Summit;
import org.sala.ui.today.FeedLine.Argument;
import org.sala.ui.today.FeedLine.Both;
import org.sala.ui.today.FeedLine.Plain;
import org.sala.ui.today.FeedLine.Several;
import org.sala.ui.today.FeedLine.Word;

/**
 * Puts facts into lines: organisations and counts, never people. Facts of the same kind in a row become one line.
 *
 * @param organizations names by id
 * @param organizationOf a person's organisation by the person's id
 * @param sessions titles by id
 * @param boards prompts by id
 */
record Feed(
        Map<UUID, Summit.Text> organizations,
        Map<UUID, UUID> organizationOf,
        Map<UUID, Summit.Text> sessions,
        Map<UUID, Summit.Text> boards) {

    private static final int NAMES = 3;
    private static final String REGISTRATION = "registration";
    private static final String SESSIONS = "sessions";
    private static final String MARKETPLACE = "marketplace";

    /** A fact, before those of a kind are put together: the same words and fixed arguments make one line. */
    private record Said(UUID id, String context, String wordKey, List<Argument> fixed, Summit.@Nullable Text whose) {}

    /**
     * Lines, newest first.
     *
     * @param newestFirst facts in that order
     */
    List<FeedLine> lines(List<Happening> newestFirst, int most) {
        var lines = new ArrayList<FeedLine>();
        var i = 0;
        while (i < newestFirst.size() && lines.size() < most) {
            var first = said(newestFirst.get(i));
            var last = first;
            var count = 0;
            Set<Summit.Text> whose = new LinkedHashSet<>();
            while (i < newestFirst.size()) {
                var next = said(newestFirst.get(i));
                if (!next.wordKey().equals(first.wordKey()) || !next.fixed().equals(first.fixed())) {
                    break;
                }
                if (count > 0 && !isCounted(first.wordKey())) {
                    break;
                }
                if (next.whose() != null) {
                    whose.add(next.whose());
                }
                last = next;
                count++;
                i++;
            }
            var arguments = new ArrayList<>(first.fixed());
            arguments.add(new Several(whose.stream().limit(NAMES).toList(), Math.max(0, whose.size() - NAMES)));
            lines.add(new FeedLine(
                    last.id(), first.context(), first.wordKey() + (whose.isEmpty() ? "" : ".of"), count, arguments));
        }
        return List.copyOf(lines);
    }

    private static boolean isCounted(String wordKey) {
        return switch (wordKey) {
            case "today.feed.enrolled",
                    "today.feed.registered",
                    "today.feed.here",
                    "today.feed.here-again",
                    "today.feed.left",
                    "today.feed.waitlisted",
                    "today.feed.confirmed",
                    "today.feed.cancelled",
                    "today.feed.ticket",
                    "today.feed.badge",
                    "today.feed.tie",
                    "today.feed.forgotten",
                    "today.feed.joined",
                    "today.feed.left-session",
                    "today.feed.seat-taken",
                    "today.feed.seat-waitlisted",
                    "today.feed.seat-promoted",
                    "today.feed.seat-released",
                    "today.feed.summary",
                    "today.feed.question",
                    "today.feed.pitch-feedback",
                    "today.feed.certificate",
                    "today.feed.delivered",
                    "today.feed.leg-confirmed",
                    "today.feed.asked-after",
                    "today.feed.note" -> true;
            default -> false;
        };
    }

    private Said said(Happening happening) {
        return switch (happening.event()) {
            case RegistrationEvent event -> said(happening.id(), event);
            case SessionsEvent event -> said(happening.id(), event);
            case MarketplaceEvent event -> said(happening.id(), event);
            case FeedbackEvent event -> said(happening.id(), event);
            default ->
                new Said(happening.id(), "unknown", "today.feed.unknown", List.of(new Plain(happening.type())), null);
        };
    }

    private Said said(UUID id, RegistrationEvent event) {
        return switch (event) {
            case SummitEvent ofSummit -> new Said(id, REGISTRATION, "today.feed." + word(ofSummit), List.of(), null);
            case OrganizationEvent ofOrganization ->
                new Said(id, REGISTRATION, "today.feed." + word(ofOrganization), List.of(), name(ofOrganization));
            case ParticipantEvent ofPerson ->
                new Said(id, REGISTRATION, "today.feed." + word(ofPerson), arguments(ofPerson), whose(ofPerson));
        };
    }

    private static String word(SummitEvent event) {
        return switch (event) {
            case SummitAnnounced _ -> "announced";
            case SummitRevised _ -> "revised";
            case RegistrationOpened _ -> "registration-opened";
            case RegistrationClosed _ -> "registration-closed";
            case SummitClosed _ -> "closed";
            case ContactsTaken _ -> "contacts-taken";
        };
    }

    private static String word(OrganizationEvent event) {
        return switch (event) {
            case OrganizationEnrolled _ -> "enrolled";
            case OrganizationRevised _ -> "organization-revised";
            case CohortAssigned _ -> "cohort";
            case TieDeclared _ -> "tie";
        };
    }

    private static String word(ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered _ -> "registered";
            case ParticipantRevised _ -> "person-revised";
            case ParticipantWaitlisted _ -> "waitlisted";
            case ParticipantConfirmed _ -> "confirmed";
            case AttendanceModeChanged _ -> "mode-changed";
            case DayDropped _ -> "day-dropped";
            case RegistrationCancelled _ -> "cancelled";
            case RegistrationReinstated _ -> "reinstated";
            case ConsentGiven _ -> "consent-given";
            case ConsentWithdrawn _ -> "consent-withdrawn";
            case TicketIssued _ -> "ticket";
            case BadgeIssued _ -> "badge";
            case BadgeRevoked _ -> "badge-revoked";
            case ParticipantCheckedIn _ -> "here";
            case CheckInRepeated _ -> "here-again";
            case ParticipantCheckedOut _ -> "left";
            case CheckInDisputed _ -> "disputed";
            case CheckInResolved _ -> "resolved";
            case DuplicateMerged _ -> "merged";
            case DuplicateDismissed _ -> "two-people";
            case PersonalDataForgotten _ -> "forgotten";
            case PersonalDataDisclosed _ -> "disclosed";
            case ParticipantErased _ -> "erased";
        };
    }

    private static List<Argument> arguments(ParticipantEvent event) {
        return switch (event) {
            case ParticipantCheckedIn checkedIn -> dayAndMode(checkedIn.day(), checkedIn.mode());
            case ParticipantCheckedOut checkedOut -> dayAndMode(checkedOut.day(), checkedOut.mode());
            case ParticipantWaitlisted waitlisted -> dayAndMode(waitlisted.day(), waitlisted.mode());
            case ParticipantConfirmed confirmed -> dayAndMode(confirmed.day(), confirmed.mode());
            case AttendanceModeChanged changed -> dayAndMode(changed.day(), changed.to());
            case CheckInDisputed disputed -> dayAndMode(disputed.day(), disputed.mode());
            default -> List.of();
        };
    }

    private static List<Argument> dayAndMode(int day, AttendanceMode mode) {
        return List.of(new Plain(Integer.toString(day)), new Word("today.mode." + mode.name()));
    }

    private Summit.@Nullable Text name(OrganizationEvent event) {
        return event instanceof OrganizationEnrolled enrolled
                ? new Summit.Text(enrolled.name().km(), enrolled.name().en())
                : organizations.get(event.organization().value());
    }

    /** Who arrives or leaves belongs to an organisation; what is a matter of one person alone is told without. */
    private Summit.@Nullable Text whose(ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered registered ->
                registered.organization() == null
                        ? null
                        : organizations.get(registered.organization().value());
            case ParticipantCheckedIn _, ParticipantCheckedOut _, ParticipantConfirmed _, ParticipantWaitlisted _ ->
                whose(event.participant().value());
            default -> null;
        };
    }

    private Summit.@Nullable Text whose(UUID participant) {
        return Optional.ofNullable(organizationOf.get(participant))
                .map(organizations::get)
                .orElse(null);
    }

    private Said said(UUID id, SessionsEvent event) {
        return switch (event) {
            case ParticipantJoinedSession joined ->
                new Said(
                        id,
                        SESSIONS,
                        "today.feed.joined",
                        title(joined.session()),
                        whose(joined.participant().value()));
            case SessionEvent ofSession ->
                new Said(id, SESSIONS, "today.feed." + word(ofSession), title(ofSession.session()), null);
            case SignUpEvent ofSeat ->
                new Said(id, SESSIONS, "today.feed." + word(ofSeat), title(ofSeat.session()), null);
            case RoundEvent ofRound ->
                new Said(id, SESSIONS, "today.feed." + word(ofRound), title(ofRound.session()), null);
            case PitchTeamEntered entered ->
                new Said(
                        id,
                        SESSIONS,
                        "today.feed.team-entered",
                        List.of(new Both(new Summit.Text(
                                entered.title().km(), entered.title().en()))),
                        null);
            case StageEvent ofStage ->
                new Said(id, SESSIONS, "today.feed." + word(ofStage), title(ofStage.session()), null);
            case CertificateEvent _ -> new Said(id, SESSIONS, "today.feed.certificate", List.of(), null);
        };
    }

    private static String word(SessionEvent event) {
        return switch (event) {
            case SessionScheduled _ -> "scheduled";
            case SessionRescheduled _ -> "rescheduled";
            case SessionCancelled _ -> "session-cancelled";
            case SignUpOpened _ -> "sign-up-opened";
            case SessionStarted _ -> "started";
            case ParticipantJoinedSession _ -> "joined";
            case ParticipantLeftSession _ -> "left-session";
            case SessionEnded _ -> "ended";
        };
    }

    private static String word(SignUpEvent event) {
        return switch (event) {
            case SeatTaken _ -> "seat-taken";
            case SeatWaitlisted _ -> "seat-waitlisted";
            case SeatPromoted _ -> "seat-promoted";
            case SeatReleased _ -> "seat-released";
        };
    }

    private static String word(RoundEvent event) {
        return switch (event) {
            case SmallGroupsFormed _ -> "groups";
            case SmallGroupsRevised _ -> "groups-revised";
            case GroupSummarySubmitted _ -> "summary";
            case GroupSummaryErased _ -> "words-erased";
        };
    }

    private static String word(StageEvent event) {
        return switch (event) {
            case PitchTeamEntered _ -> "team-entered";
            case NomineeReplaced _ -> "nominee";
            case PitchTeamWithdrawn _ -> "team-withdrawn";
            case RunningOrderArranged _ -> "running-order";
            case InterviewStarted _ -> "on-air";
            case EmptyChairTaken _ -> "chair";
            case QuestionAsked _ -> "question";
            case PitchDelivered _ -> "pitch";
            case PitchFeedbackGiven _ -> "pitch-feedback";
            case InterviewEnded _ -> "off-air";
            case PitchErased _ -> "words-erased";
        };
    }

    private List<Argument> title(SessionId session) {
        var title = sessions.get(session.value());
        return List.of(title == null ? new Word("today.a-session") : new Both(title));
    }

    private Said said(UUID id, MarketplaceEvent event) {
        return switch (event) {
            case StallEvent ofStall ->
                new Said(
                        id,
                        MARKETPLACE,
                        "today.feed." + word(ofStall),
                        arguments(ofStall),
                        organizations.get(ofStall.organization().value()));
            case TradeEvent ofTrade ->
                new Said(id, MARKETPLACE, "today.feed." + word(ofTrade), arguments(ofTrade), whose(ofTrade));
            case NetworkingRoundsPlanned planned ->
                new Said(
                        id,
                        MARKETPLACE,
                        "today.feed.rounds",
                        List.of(new Plain(Integer.toString(planned.rounds().size()))),
                        null);
            case OrganizationsMet met ->
                new Said(id, MARKETPLACE, "today.feed.met", List.of(names(List.of(met.one(), met.other()))), null);
            case JointActionPledged pledged ->
                new Said(
                        id,
                        MARKETPLACE,
                        "today.feed.pledged",
                        List.of(
                                names(pledged.organizations()),
                                new Both(new Summit.Text(
                                        pledged.title().km(), pledged.title().en()))),
                        null);
            case JointActionReported reported ->
                new Said(
                        id,
                        MARKETPLACE,
                        "today.feed.reported",
                        List.of(),
                        organizations.get(reported.organization().value()));
            case JointActionWordsErased _ -> new Said(id, MARKETPLACE, "today.feed.words-erased", List.of(), null);
            case CategoryAdded added -> category(id, "today.feed.category", added.name());
            case CategoryRenamed renamed -> category(id, "today.feed.category-renamed", renamed.name());
        };
    }

    private static Said category(UUID id, String word, BilingualText name) {
        return new Said(id, MARKETPLACE, word, List.of(new Both(new Summit.Text(name.km(), name.en()))), null);
    }

    private static String word(StallEvent event) {
        return switch (event) {
            case OfferPosted _ -> "offer";
            case OfferRevised _ -> "offer-revised";
            case OfferWithdrawn _ -> "offer-withdrawn";
            case NeedVoiced _ -> "need";
            case NeedWithdrawn _ -> "need-withdrawn";
            case NeedMet _ -> "need-met";
        };
    }

    private static List<Argument> arguments(StallEvent event) {
        return switch (event) {
            case OfferPosted posted -> title(posted.title());
            case OfferRevised revised -> title(revised.title());
            case NeedVoiced voiced -> title(voiced.title());
            case OfferWithdrawn _, NeedWithdrawn _, NeedMet _ -> List.of();
        };
    }

    private static List<Argument> title(BilingualText text) {
        return List.of(new Both(new Summit.Text(text.km(), text.en())));
    }

    private static String word(TradeEvent event) {
        return switch (event) {
            case TradeProposed _ -> "proposed";
            case TradeCountered _ -> "countered";
            case TradeAccepted _ -> "accepted";
            case TradeAgreed _ -> "agreed";
            case TradeDeclined _ -> "declined";
            case TradeLapsed _ -> "lapsed";
            case TradeCancelled _ -> "trade-cancelled";
            case TradeLegDelivered _ -> "delivered";
            case TradeLegConfirmed _ -> "leg-confirmed";
            case TradeLegDisputed _ -> "leg-disputed";
            case TradeLegResolved _ -> "leg-resolved";
            case TradeLegAskedAfter _ -> "asked-after";
            case TradeCompleted _ -> "completed";
            case TradeWordsErased _ -> "words-erased";
        };
    }

    private List<Argument> arguments(TradeEvent event) {
        return switch (event) {
            case TradeProposed proposed -> shapeAndParties(proposed.legs(), proposed.proposer());
            case TradeCountered countered -> shapeAndParties(countered.legs(), countered.organization());
            case TradeAgreed agreed -> shapeAndParties(agreed.legs(), null);
            case TradeAccepted _,
                    TradeDeclined _,
                    TradeLapsed _,
                    TradeCancelled _,
                    LegEvent _,
                    TradeCompleted _,
                    TradeWordsErased _ -> List.of();
        };
    }

    private List<Argument> shapeAndParties(List<Leg> legs, @Nullable OrganizationId except) {
        return List.of(new Word("today.shape." + TradeShape.of(legs)), parties(legs, except));
    }

    private Summit.@Nullable Text whose(TradeEvent event) {
        var organization = switch (event) {
            case TradeProposed proposed -> proposed.proposer();
            case TradeCountered countered -> countered.organization();
            case TradeAccepted accepted -> accepted.organization();
            case TradeDeclined declined -> declined.organization();
            case TradeCancelled cancelled -> cancelled.organization();
            case TradeAgreed _, TradeLapsed _, LegEvent _, TradeCompleted _, TradeWordsErased _ -> null;
        };
        return organization == null ? null : organizations.get(organization.value());
    }

    private Argument names(Collection<OrganizationId> of) {
        return new Several(
                of.stream()
                        .map(organization -> organizations.get(organization.value()))
                        .filter(Objects::nonNull)
                        .toList(),
                0);
    }

    private Argument parties(List<Leg> legs, @Nullable OrganizationId except) {
        var parties = new LinkedHashSet<Summit.Text>();
        for (var leg : legs) {
            for (var party : List.of(leg.giver(), leg.receiver())) {
                var name = organizations.get(party.value());
                if (name != null && !party.equals(except)) {
                    parties.add(name);
                }
            }
        }
        return new Several(List.copyOf(parties), 0);
    }

    private Said said(UUID id, FeedbackEvent event) {
        return switch (event) {
            case BoardOpened opened ->
                new Said(
                        id,
                        "feedback",
                        "today.feed.board",
                        List.of(new Both(new Summit.Text(
                                opened.prompt().km(), opened.prompt().en()))),
                        null);
            case BoardClosed closed ->
                new Said(
                        id,
                        "feedback",
                        "today.feed.board-closed",
                        prompt(closed.board().value()),
                        null);
            case NotePosted posted ->
                new Said(
                        id, "feedback", "today.feed.note", prompt(posted.board().value()), null);
            case NoteErased erased ->
                new Said(
                        id,
                        "feedback",
                        "today.feed.note-erased",
                        prompt(erased.board().value()),
                        null);
        };
    }

    private List<Argument> prompt(UUID board) {
        var prompt = boards.get(board);
        return List.of(prompt == null ? new Word("today.a-board") : new Both(prompt));
    }
}
