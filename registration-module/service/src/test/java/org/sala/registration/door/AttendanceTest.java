package org.sala.registration.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.registration.api.AttendanceMode.IN_PERSON;
import static org.sala.registration.api.AttendanceMode.ONLINE;
import static org.sala.registration.api.ScanDirection.IN;
import static org.sala.registration.api.ScanDirection.OUT;
import static org.sala.registration.door.Door.SOMEBODY;
import static org.sala.registration.door.Door.SUMMIT;
import static org.sala.registration.door.Door.at;
import static org.sala.registration.door.Door.badge;
import static org.sala.registration.door.Door.participant;
import static org.sala.registration.door.Door.registered;
import static org.sala.registration.door.Door.scanId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.SummitId;
import org.sala.registration.door.HandedOver.Credence;

class AttendanceTest {

    private static final Place ROOM = new Place(3, IN_PERSON);

    // devices

    @Test
    void aScanOfWhoIsExpectedChecksThemIn() {
        var door = Door.ofSomebody();

        assertThat(door.scan(1, IN, IN_PERSON, at(9, 0))).containsExactly(checkedIn(1, IN_PERSON, at(9, 0), door));
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
        assertThat(door.attendance().presences()).containsExactly(Map.entry(ROOM, here(at(9, 0), at(9, 0), null)));
    }

    @Test
    void theSameScanAgainChangesNothing() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, 1, ONLINE, at(9, 0), null);

        assertThat(door.scan(1, IN, IN_PERSON, at(9, 0))).isEmpty();
        assertThat(door.scan(2, IN, 1, ONLINE, at(9, 0), null)).isEmpty();
    }

    @Test
    void anotherScanOfWhoIsHereIsARepetitionAndTheEarliestCounts() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 30));

        assertThat(door.scan(2, IN, IN_PERSON, at(9, 0)))
                .containsExactly(new CheckInRepeated(SOMEBODY, SUMMIT, 3, IN_PERSON, at(9, 0), door.now, scanId(2)));
        assertThat(door.attendance().presences()).containsEntry(ROOM, here(at(9, 0), at(9, 30), null));
    }

    @Test
    void ofSeveralDeparturesTheLastCounts() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, OUT, IN_PERSON, at(12, 0));

        assertThat(door.scan(3, OUT, IN_PERSON, at(11, 0)))
                .containsExactly(
                        new ParticipantCheckedOut(SOMEBODY, SUMMIT, 3, IN_PERSON, at(11, 0), door.now, scanId(3)));
        assertThat(door.attendance().presences()).containsEntry(ROOM, here(at(9, 0), at(9, 0), at(12, 0)));
    }

    @Test
    void whatIsScannedOfNobodyIsParkedAndCountsOnceTheyAreRegistered() {
        var door = new Door();

        var parked = door.scan(1, IN, IN_PERSON, at(9, 0));

        var dispute = door.dispute().id();
        assertThat(parked)
                .containsExactly(disputed(dispute, DisputeReason.PARTICIPANT_UNKNOWN, 1, IN_PERSON, at(9, 0), door));
        assertThat(door.attendance().presences()).isEmpty();

        assertThat(door.tell(registered(SOMEBODY, 3)))
                .containsExactly(
                        checkedIn(1, IN_PERSON, at(9, 0), door),
                        resolved(dispute, IN_PERSON, Resolution.EXPLAINED, door));
        assertThat(door.attendance().openDisputes()).isEmpty();
    }

    @Test
    void whatIsParkedMayBeDisputedForAnotherReasonUnderTheSameId() {
        var door = new Door();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        var dispute = door.dispute().id();

        assertThat(door.tell(registered(SOMEBODY, 1)))
                .containsExactly(disputed(dispute, DisputeReason.NOT_EXPECTED, 1, IN_PERSON, at(9, 0), door));
        assertThat(door.dispute().id()).isEqualTo(dispute);
    }

    @Test
    void aScanAfterACancellationIsDisputedAndOneBeforeItCounts() {
        var door = Door.ofSomebody();
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(10, 0)));

        door.scan(1, IN, IN_PERSON, at(9, 0));
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
        assertThat(door.disputed()).isEmpty();

        door.scan(2, OUT, IN_PERSON, at(11, 0));
        assertThat(door.disputed()).containsExactly(DisputeReason.CANCELLED);
    }

    @Test
    void aClockThatIsTenMinutesAheadOfACancellationContradictsNothing() {
        var door = Door.ofSomebody();
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(10, 0)));

        assertThat(door.scan(1, IN, IN_PERSON, at(10, 10))).hasOnlyElementsOfType(ParticipantCheckedIn.class);
        door.scan(2, IN, IN_PERSON, at(10, 10).plusMillis(1));
        assertThat(door.disputed()).containsExactly(DisputeReason.CANCELLED);
    }

    @Test
    void whoComesAfterAllWasHereAllAlong() {
        var door = Door.ofSomebody();
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(9, 0)));
        door.scan(1, IN, IN_PERSON, at(11, 0));

        door.tell(new RegistrationReinstated(SOMEBODY, SUMMIT, Map.of(3, ONLINE), at(12, 0)));

        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
        assertThat(door.attendance().openDisputes()).isEmpty();
    }

    @Test
    void whoComesAfterAllButNotOnThatDayIsNotExpected() {
        var door = Door.ofSomebody();
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(9, 0)));
        door.scan(1, IN, IN_PERSON, at(11, 0));

        door.tell(new RegistrationReinstated(SOMEBODY, SUMMIT, Map.of(1, ONLINE), at(12, 0)));

        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_EXPECTED);
    }

    @Test
    void aDayThatWasNotRegisteredForIsNotExpectedUntilItIs() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.tell(new ParticipantWaitlisted(SOMEBODY, SUMMIT, 3, IN_PERSON, at(8, 0)));
        door.scan(1, IN, IN_PERSON, at(9, 0));
        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_EXPECTED);

        door.tell(new ParticipantConfirmed(SOMEBODY, SUMMIT, 3, IN_PERSON, at(9, 5)));

        assertThat(door.disputed()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void aDayThatWasDroppedIsNotExpectedFromThenOn() {
        var door = Door.ofSomebody();
        door.tell(new DayDropped(SOMEBODY, SUMMIT, 3, at(10, 0)));

        door.scan(1, IN, IN_PERSON, at(9, 0));
        assertThat(door.disputed()).isEmpty();
        door.scan(2, IN, IN_PERSON, at(11, 0));
        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_EXPECTED);
    }

    @Test
    void toDropADayThatWasWaitedForEndsNoExpectation() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.tell(new ParticipantWaitlisted(SOMEBODY, SUMMIT, 3, IN_PERSON, at(8, 0)));
        door.tell(new DayDropped(SOMEBODY, SUMMIT, 3, at(10, 0)));

        door.scan(1, IN, IN_PERSON, at(9, 0));

        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_EXPECTED);
    }

    @Test
    void aScanForAnotherSummitIsNotExpected() {
        var door = Door.ofSomebody();

        door.record(new RecordScan(SOMEBODY, Door.ANOTHER_SUMMIT, scanId(1), IN, 3, IN_PERSON, at(9, 0), null));

        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_EXPECTED);
        assertRefused(() -> door.resolve(door.dispute().id(), Resolution.WAS_HERE), Reason.OTHER_SUMMIT);
        door.resolve(door.dispute().id(), Resolution.WAS_NOT_HERE);
        assertThat(door.attendance().openDisputes()).isEmpty();
    }

    @Test
    void aScanForASummitThatNeverWasIsRefused() {
        var nowhere = new SummitId(new UUID(1, 1));
        var scan = new RecordScan(SOMEBODY, nowhere, scanId(1), IN, 3, IN_PERSON, at(9, 0), null);

        assertRefused(() -> new Door().record(scan), Reason.SUMMIT_UNKNOWN);
        assertRefused(() -> Door.ofSomebody().record(scan), Reason.SUMMIT_UNKNOWN);
    }

    @Test
    void aScanOfAnotherDateIsDisputed() {
        var door = Door.ofSomebody();

        door.scan(1, IN, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z"));

        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_THE_DAY);
    }

    @Test
    void aClockThatIsTenMinutesOffAtMidnightIsOnTheDay() {
        var door = Door.ofSomebody();
        var midnight = Instant.parse("2022-06-07T17:00:00Z");

        door.scan(1, IN, IN_PERSON, midnight.minusSeconds(600));
        door.scan(2, OUT, IN_PERSON, midnight.plusSeconds(86_400 + 599));
        assertThat(door.disputed()).isEmpty();

        door.scan(3, IN, IN_PERSON, midnight.minusSeconds(601));
        assertThat(door.disputed()).containsExactly(DisputeReason.NOT_THE_DAY);
    }

    @Test
    void aModeThatIsNotOfferedIsDisputed() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));

        door.scan(1, IN, 1, IN_PERSON, Instant.parse("2022-05-31T02:00:00Z"), null);

        assertThat(door.disputed()).containsExactly(DisputeReason.MODE_NOT_OFFERED);
    }

    // badges

    @Test
    void aBadgeIsBelievedUntilItIsRevoked() {
        var door = Door.ofSomebody();
        door.tell(new BadgeIssued(SOMEBODY, SUMMIT, badge(1), at(8, 0)));
        door.tell(new BadgeRevoked(SOMEBODY, SUMMIT, badge(1), at(10, 0)));
        door.tell(new BadgeIssued(SOMEBODY, SUMMIT, badge(2), at(10, 0)));

        door.scan(1, IN, 3, IN_PERSON, at(9, 0), badge(1));
        door.scan(2, IN, 3, IN_PERSON, at(11, 0), badge(2));
        assertThat(door.disputed()).isEmpty();

        var told = door.scan(3, IN, 3, IN_PERSON, at(11, 0), badge(1));
        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        CheckInDisputed.class,
                        disputed -> assertThat(disputed.badge()).isEqualTo(badge(1)));
    }

    @Test
    void aBadgeOfSomebodyElseIsDisputed() {
        var door = Door.ofSomebody();

        door.scan(1, IN, 3, IN_PERSON, at(9, 0), badge(9));

        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
    }

    @Test
    void revokingTwiceOrWhatNeverWasChangesNothing() {
        var door = Door.ofSomebody();
        door.tell(new BadgeIssued(SOMEBODY, SUMMIT, badge(1), at(8, 0)));
        door.tell(new BadgeRevoked(SOMEBODY, SUMMIT, badge(1), at(9, 0)));
        door.tell(new BadgeRevoked(SOMEBODY, SUMMIT, badge(1), at(12, 0)));
        door.tell(new BadgeRevoked(SOMEBODY, SUMMIT, badge(2), at(12, 0)));

        door.scan(1, IN, 3, IN_PERSON, at(10, 0), badge(1));
        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
    }

    @Test
    void theBadgeOfWhoCancelledIsNoneAfterwards() {
        var door = Door.ofSomebody();
        door.tell(new BadgeIssued(SOMEBODY, SUMMIT, badge(1), at(8, 0)));
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(9, 0)));
        door.tell(new RegistrationReinstated(SOMEBODY, SUMMIT, Map.of(3, IN_PERSON), at(10, 0)));

        door.scan(1, IN, 3, IN_PERSON, at(11, 0), badge(1));

        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
    }

    @Test
    void theBadgeThatWasShownIsJudgedWithEverythingElseLater() {
        var door = new Door();
        door.scan(1, IN, 3, IN_PERSON, at(9, 0), badge(9));

        door.tell(registered(SOMEBODY, 3));

        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
    }

    // two places

    @Test
    void whoIsHereAndThereAtTheSameTimeIsAskedAboutInBothPlaces() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));

        assertThat(door.scan(2, IN, ONLINE, at(11, 0)))
                .hasExactlyElementsOfTypes(ParticipantCheckedIn.class, CheckInDisputed.class, CheckInDisputed.class);
        assertThat(door.disputed()).containsExactly(DisputeReason.TWO_PLACES);
        assertThat(door.attendance().here(3)).containsExactlyInAnyOrder(IN_PERSON, ONLINE);
    }

    @Test
    void whoLeftBeforeIsInOnePlaceAtATime() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, OUT, IN_PERSON, at(10, 0));

        door.scan(3, IN, ONLINE, at(11, 0));

        assertThat(door.disputed()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactlyInAnyOrder(IN_PERSON, ONLINE);
    }

    @Test
    void whoCameBackStaysUntilTheyLeaveAgain() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, OUT, IN_PERSON, at(10, 0));
        door.scan(3, IN, IN_PERSON, at(12, 0));

        door.scan(4, IN, ONLINE, at(15, 0));

        assertThat(door.disputed()).containsExactly(DisputeReason.TWO_PLACES);
    }

    @Test
    void aDepartureThatArrivesLaterExplainsBoth() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(3, IN, ONLINE, at(11, 0));

        assertThat(door.scan(2, OUT, IN_PERSON, at(10, 0)))
                .hasExactlyElementsOfTypes(ParticipantCheckedOut.class, CheckInResolved.class, CheckInResolved.class);
        assertThat(door.attendance().openDisputes()).isEmpty();
    }

    @Test
    void whatWasExplainedIsDisputedAgainUnderTheSameIdWhereItComesBack() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(3, IN, ONLINE, at(11, 0));
        var before = door.attendance().openDisputes().stream().map(Dispute::id).toList();
        door.scan(2, OUT, IN_PERSON, at(10, 0));

        door.scan(4, IN, IN_PERSON, at(12, 0));

        assertThat(door.attendance().openDisputes().stream().map(Dispute::id))
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void clocksThatAreTenMinutesOffEitherWayDoNotPutAnybodyInTwoPlaces() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, OUT, IN_PERSON, at(10, 0));
        door.scan(3, IN, ONLINE, at(9, 40));
        assertThat(door.disputed()).isEmpty();

        door.scan(4, IN, ONLINE, at(9, 39));
        assertThat(door.disputed()).containsExactly(DisputeReason.TWO_PLACES);
    }

    @Test
    void whoSeemsToLeaveALittleBeforeTheyCameMayHaveLeft() {
        var door = Door.ofSomebody();
        door.scan(1, OUT, IN_PERSON, at(8, 50));
        door.scan(2, IN, IN_PERSON, at(9, 5));

        door.scan(3, IN, ONLINE, at(13, 0));

        assertThat(door.disputed()).isEmpty();
    }

    @Test
    void whereAPersonWasNotNothingContradicts() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, ONLINE, at(11, 0));

        door.resolve(disputeIn(ONLINE, door), Resolution.WAS_NOT_HERE);

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void aPersonWhoWasInBothPlacesIsSaidToBeOneByOne() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, ONLINE, at(11, 0));

        door.resolve(disputeIn(ONLINE, door), Resolution.WAS_HERE);
        assertThat(door.attendance().openDisputes()).hasSize(1);
        door.resolve(disputeIn(IN_PERSON, door), Resolution.WAS_HERE);
        assertThat(door.attendance().openDisputes()).isEmpty();
        door.scan(3, IN, ONLINE, at(12, 0));

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactlyInAnyOrder(IN_PERSON, ONLINE);
    }

    @Test
    void anEarlierArrivalIsWhatTheDisputeIsAboutThen() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, ONLINE, at(11, 0));

        door.scan(3, IN, ONLINE, at(10, 0));

        assertThat(door.attendance().openDisputes())
                .filteredOn(dispute -> dispute.about().mode() == ONLINE)
                .singleElement()
                .extracting(dispute -> dispute.about().occurredAt())
                .isEqualTo(at(10, 0));
    }

    // out without in

    @Test
    void whoLeftWithoutHavingComeIsAskedAboutAndCountsForNothing() {
        var door = Door.ofSomebody();

        assertThat(door.scan(1, OUT, IN_PERSON, at(12, 0)))
                .hasExactlyElementsOfTypes(ParticipantCheckedOut.class, CheckInDisputed.class);
        assertThat(door.disputed()).containsExactly(DisputeReason.OUT_WITHOUT_IN);
        assertThat(door.attendance().presences()).isEmpty();
    }

    @Test
    void anArrivalThatArrivesLaterExplainsTheDeparture() {
        var door = Door.ofSomebody();
        door.scan(1, OUT, IN_PERSON, at(12, 0));

        door.scan(2, IN, IN_PERSON, at(9, 0));

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().presences()).containsEntry(ROOM, here(at(9, 0), at(9, 0), at(12, 0)));
    }

    @Test
    void whoLeftAndWasHereIsPresentThoughNobodySawThemCome() {
        var door = Door.ofSomebody();
        door.scan(1, OUT, IN_PERSON, at(12, 0));

        assertThat(door.resolve(door.dispute().id(), Resolution.WAS_HERE)).hasOnlyElementsOfType(CheckInResolved.class);

        assertThat(door.attendance().presences()).containsEntry(ROOM, new Presence(ROOM, null, null, at(12, 0)));
    }

    // one scan, two contents

    @Test
    void aScanThatSaysTwoThingsCountsAndIsAskedAbout() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));

        door.scan(1, OUT, IN_PERSON, at(9, 0));

        assertThat(door.disputed()).containsExactly(DisputeReason.SCAN_REUSED);
        assertThat(door.attendance().openDisputes()).hasSize(2);
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void aClockThatWasSetBetweenTwoSendingsSaysNothingElse() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));

        assertThat(door.scan(1, IN, IN_PERSON, at(9, 20))).hasOnlyElementsOfType(CheckInRepeated.class);
        door.scan(1, IN, IN_PERSON, at(9, 41));
        assertThat(door.disputed()).containsExactly(DisputeReason.SCAN_REUSED);
    }

    // resolutions

    @Test
    void aScanThatIsBelievedIsToldByItsOwnEvent() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.scan(1, IN, IN_PERSON, at(9, 0));
        var dispute = door.dispute().id();

        assertThat(door.resolve(dispute, Resolution.WAS_HERE))
                .containsExactly(
                        checkedIn(1, IN_PERSON, at(9, 0), door),
                        resolved(dispute, IN_PERSON, Resolution.WAS_HERE, door));
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void whoWasNotHereIsNotWhateverDevicesSayLater() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.resolve(door.dispute().id(), Resolution.WAS_NOT_HERE);

        door.tell(new ParticipantConfirmed(SOMEBODY, SUMMIT, 3, IN_PERSON, at(10, 0)));
        assertThat(door.scan(2, IN, IN_PERSON, at(9, 30))).hasOnlyElementsOfType(ParticipantCheckedIn.class);

        assertThat(door.attendance().presences()).isEmpty();
        assertThat(door.attendance().openDisputes()).isEmpty();
    }

    @Test
    void theLaterOfTwoResolutionsOfOnePlaceHolds() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, IN_PERSON, at(9, 30));
        var disputes = door.attendance().openDisputes();
        door.resolve(disputes.getFirst().id(), Resolution.WAS_NOT_HERE);

        door.resolve(disputes.getLast().id(), Resolution.WAS_HERE);

        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void resolvingAgainChangesNothingAndOtherwiseIsRefused() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.scan(1, IN, IN_PERSON, at(9, 0));
        var dispute = door.dispute().id();
        door.resolve(dispute, Resolution.WAS_HERE);

        assertThat(door.resolve(dispute, Resolution.WAS_HERE)).isEmpty();
        assertRefused(() -> door.resolve(dispute, Resolution.WAS_NOT_HERE), Reason.DISPUTE_RESOLVED);
    }

    @Test
    void whatExplainedItselfIsNotResolvedByAnybody() {
        var door = Door.ofSomebody();
        door.scan(1, OUT, IN_PERSON, at(12, 0));
        var dispute = door.dispute().id();
        door.scan(2, IN, IN_PERSON, at(9, 0));

        assertRefused(() -> door.resolve(dispute, Resolution.WAS_HERE), Reason.DISPUTE_RESOLVED);
    }

    @Test
    void aDisputeThatNeverWasIsRefused() {
        assertRefused(
                () -> Door.ofSomebody().resolve(new DisputeId(new UUID(1, 2)), Resolution.WAS_HERE),
                Reason.DISPUTE_UNKNOWN);
    }

    @Test
    void nobodyWasHereWhoIsNotRegistered() {
        var door = new Door();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        var dispute = door.dispute().id();

        assertRefused(() -> door.resolve(dispute, Resolution.WAS_HERE), Reason.PARTICIPANT_UNKNOWN);
        door.resolve(dispute, Resolution.WAS_NOT_HERE);
        door.tell(registered(SOMEBODY, 3));

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().presences()).isEmpty();
    }

    @Test
    void nobodyWasHereOnADayThatTheSummitHasNot() {
        var door = Door.ofSomebody();
        door.scan(1, IN, 9, IN_PERSON, at(9, 0), null);

        assertRefused(() -> door.resolve(door.dispute().id(), Resolution.WAS_HERE), Reason.DAY_UNKNOWN);
    }

    @Test
    void nothingIsSaidOfWhoWasErasedOrMerged() {
        for (var end : List.<ParticipantEvent>of(
                new ParticipantErased(SOMEBODY, SUMMIT, at(10, 0)),
                new DuplicateMerged(SOMEBODY, SUMMIT, participant(2), at(10, 0)))) {
            var door = Door.ofSomebody();
            door.scan(1, OUT, IN_PERSON, at(9, 0));
            var dispute = door.dispute().id();
            door.tell(end);
            var reason = end instanceof ParticipantErased ? Reason.PARTICIPANT_ERASED : Reason.DUPLICATE_MERGED;

            for (var resolution : List.of(Resolution.WAS_HERE, Resolution.WAS_NOT_HERE)) {
                assertRefused(() -> door.resolve(dispute, resolution), reason);
            }
            assertRefused(() -> door.checkIn(3, IN_PERSON, at(9, 0)), reason);
            assertRefused(() -> door.checkOut(3, IN_PERSON, at(9, 0)), reason);
        }
    }

    // erased, merged

    @Test
    void afterAnErasureAScanIsRefusedAndAKnownOneChangesNothing() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.tell(new ParticipantErased(SOMEBODY, SUMMIT, at(10, 0)));

        assertThat(door.scan(1, IN, IN_PERSON, at(9, 0))).isEmpty();
        assertRefused(() -> door.scan(2, IN, IN_PERSON, at(9, 0)), Reason.PARTICIPANT_ERASED);
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void nothingFollowsFromAnErasure() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        door.scan(1, IN, IN_PERSON, at(9, 0));

        assertThat(door.tell(new ParticipantErased(SOMEBODY, SUMMIT, at(10, 0))))
                .isEmpty();
        assertThat(door.tell(new ParticipantConfirmed(SOMEBODY, SUMMIT, 3, IN_PERSON, at(11, 0))))
                .isEmpty();
    }

    @Test
    void aScanUnderARegistrationThatWasMergedIsKeptWithItsBadgeJudgedByTheMerge() {
        var door = Door.ofSomebody();
        door.tell(new BadgeIssued(SOMEBODY, SUMMIT, badge(1), at(8, 0)));
        door.tell(new DuplicateMerged(SOMEBODY, SUMMIT, participant(2), at(10, 0)));

        assertThat(door.scan(1, IN, 3, IN_PERSON, at(9, 0), badge(1)))
                .hasOnlyElementsOfType(ParticipantCheckedIn.class);
        assertThat(door.scan(2, IN, 3, IN_PERSON, at(11, 0), badge(1))).hasOnlyElementsOfType(CheckInDisputed.class);
    }

    @Test
    void whatIsTakenOverIsJudgedHereAndOnce() {
        var door = Door.ofSomebody();
        var sighting = new Sighting(scanId(1), SUMMIT, IN, 3, IN_PERSON, at(9, 0));

        assertThat(door.takeOver(sighting, null, Credence.DISPUTED)).hasOnlyElementsOfType(ParticipantCheckedIn.class);
        assertThat(door.takeOver(sighting, null, Credence.DISPUTED)).isEmpty();
    }

    @Test
    void whatCountedThereCountsHereWhateverIsExpected() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));

        door.takeOver(new Sighting(scanId(1), SUMMIT, IN, 3, IN_PERSON, at(9, 0)), null, Credence.COUNTED);

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
    }

    @Test
    void whatAPersonSaidThereIsNotAskedHereAgain() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 1));
        var left = new Sighting(scanId(2), SUMMIT, OUT, 3, IN_PERSON, at(12, 0));

        door.takeOver(left, null, Credence.SAID);

        assertThat(door.attendance().openDisputes()).isEmpty();
        assertThat(door.attendance().here(3)).containsExactly(IN_PERSON);
        assertThat(door.takeOver(left, null, Credence.SAID)).isEmpty();
    }

    @Test
    void nothingIsTakenOverByWhoWasErased() {
        var door = Door.ofSomebody();
        door.tell(new ParticipantErased(SOMEBODY, SUMMIT, at(10, 0)));
        var sighting = new Sighting(scanId(1), SUMMIT, IN, 3, IN_PERSON, at(9, 0));

        for (var credence : Credence.values()) {
            assertRefused(() -> door.takeOver(sighting, null, credence), Reason.PARTICIPANT_ERASED);
        }
    }

    @Test
    void aBadgeThatWasNoneIsNoneHereEither() {
        var door = Door.ofSomebody();

        door.takeOver(new Sighting(scanId(1), SUMMIT, IN, 3, IN_PERSON, at(9, 0)), badge(1), Credence.DISPUTED);

        assertThat(door.disputed()).containsExactly(DisputeReason.BADGE_REVOKED);
    }

    @Test
    void whatIsHandedOverIsWhatNobodyDeniedWithHowFarItWasBelieved() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.checkIn(3, ONLINE, at(9, 5));
        door.resolve(disputeIn(ONLINE, door), Resolution.WAS_NOT_HERE);
        door.scan(2, IN, 2, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z"), badge(7));
        door.scan(3, IN, 1, ONLINE, at(9, 0), null);
        door.resolve(
                door.attendance().openDisputes().stream()
                        .filter(dispute -> dispute.about().day() == 1)
                        .findFirst()
                        .orElseThrow()
                        .id(),
                Resolution.WAS_NOT_HERE);

        assertThat(door.attendance().handedOver(SOMEBODY))
                .containsExactly(
                        new HandedOver(
                                new Sighting(scanId(1), SUMMIT, IN, 3, IN_PERSON, at(9, 0)), null, Credence.COUNTED),
                        new HandedOver(
                                new Sighting(
                                        scanId(2), SUMMIT, IN, 2, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z")),
                                badge(7),
                                Credence.DISPUTED));
    }

    @Test
    void whatADeskSawIsHandedOverAsAScanOfItsOwn() {
        var door = Door.ofSomebody();
        door.checkIn(3, IN_PERSON, at(9, 0));

        var once = door.attendance().handedOver(SOMEBODY);

        assertThat(once)
                .singleElement()
                .isEqualTo(door.attendance().handedOver(SOMEBODY).getFirst());
        assertThat(once.getFirst().credence()).isEqualTo(Credence.SAID);
        assertThat(once.getFirst().sighting().scan()).isNotNull();
        assertThat(door.attendance().handedOver(participant(2)).getFirst().sighting())
                .isNotEqualTo(once.getFirst().sighting());
    }

    // desks

    @Test
    void aDeskChecksInOnce() {
        var door = Door.ofSomebody();

        assertThat(door.checkIn(3, ONLINE, at(9, 0)))
                .containsExactly(new ParticipantCheckedIn(SOMEBODY, SUMMIT, 3, ONLINE, at(9, 0), door.now));
        assertThat(door.checkIn(3, ONLINE, at(9, 0))).isEmpty();
        assertThat(door.checkIn(3, ONLINE, at(9, 5))).isEmpty();
    }

    @Test
    void whoComesBackToADeskIsHereAgain() {
        var door = Door.ofSomebody();
        door.checkIn(3, IN_PERSON, at(9, 0));
        door.checkOut(3, IN_PERSON, at(12, 0));

        assertThat(door.checkIn(3, IN_PERSON, at(13, 0))).hasOnlyElementsOfType(ParticipantCheckedIn.class);
        assertThat(door.checkIn(3, IN_PERSON, at(9, 0))).isEmpty();
        assertThat(door.attendance().presences()).containsEntry(ROOM, here(at(9, 0), at(13, 0), at(12, 0)));
    }

    @Test
    void aDeskThatSeesThePersonHasTheLaterWord() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.scan(2, IN, ONLINE, at(11, 0));
        door.resolve(disputeIn(IN_PERSON, door), Resolution.WAS_NOT_HERE);

        door.checkIn(3, IN_PERSON, at(13, 0));

        assertThat(door.attendance().here(3)).containsExactlyInAnyOrder(IN_PERSON, ONLINE);
    }

    @Test
    void aDeskIsToldWhyNot() {
        var door = Door.ofSomebody();

        assertRefused(() -> new Door().checkIn(3, IN_PERSON, at(9, 0)), Reason.PARTICIPANT_UNKNOWN);
        assertRefused(() -> door.checkIn(2, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z")), Reason.NOT_EXPECTED);
        assertRefused(() -> door.checkIn(9, IN_PERSON, at(9, 0)), Reason.DAY_UNKNOWN);
        assertRefused(() -> door.checkIn(1, IN_PERSON, Instant.parse("2022-05-31T02:00:00Z")), Reason.MODE_NOT_OFFERED);
        assertRefused(() -> door.checkIn(3, IN_PERSON, door.now.plusSeconds(121)), Reason.IN_THE_FUTURE);
        assertThatThrownBy(() -> door.checkIn(3, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z")))
                .isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.NOT_THE_DAY);
                    assertThat(rejected.details()).isEqualTo(Map.of("day", "3", "date", "2022-06-08"));
                });
        assertThat(door.checkIn(3, IN_PERSON, door.now.plusSeconds(120))).hasSize(1);
    }

    @Test
    void aDeskIsToldWhoCancelled() {
        var door = Door.ofSomebody();
        door.tell(new RegistrationCancelled(SOMEBODY, SUMMIT, at(10, 0)));

        assertRefused(() -> door.checkIn(3, IN_PERSON, at(10, 1)), Reason.REGISTRATION_CANCELLED);
    }

    @Test
    void nobodyLeavesWhoIsNotHere() {
        var door = Door.ofSomebody();

        assertRefused(() -> door.checkOut(3, IN_PERSON, at(12, 0)), Reason.NOT_HERE);
        assertRefused(() -> door.checkOut(9, IN_PERSON, at(12, 0)), Reason.DAY_UNKNOWN);
        door.checkIn(3, IN_PERSON, at(9, 0));
        assertRefused(() -> door.checkOut(3, ONLINE, at(12, 0)), Reason.NOT_HERE);
    }

    @Test
    void aDeskChecksOutOnce() {
        var door = Door.ofSomebody();
        door.checkIn(3, IN_PERSON, at(9, 0));

        assertThat(door.checkOut(3, IN_PERSON, at(12, 0)))
                .containsExactly(new ParticipantCheckedOut(SOMEBODY, SUMMIT, 3, IN_PERSON, at(12, 0), door.now, null));
        assertThat(door.checkOut(3, IN_PERSON, at(12, 0))).isEmpty();
    }

    @Test
    void aDeskThatChecksSomebodyInElsewhereIsBelievedAndAsked() {
        var door = Door.ofSomebody();
        door.checkIn(3, IN_PERSON, at(9, 0));

        door.checkIn(3, ONLINE, at(11, 0));

        assertThat(door.disputed()).containsExactly(DisputeReason.TWO_PLACES);
    }

    // walk-ins

    @Test
    void aWalkInOfADeviceIsAScanLikeAnyOther() {
        var door = Door.ofSomebody();
        var arrival = new CheckInParticipant(SOMEBODY, 3, IN_PERSON, at(9, 0));

        assertThat(door.attendance().walkIn(arrival, scanId(1), Door.SUMMITS, door.now))
                .containsExactly(checkedIn(1, IN_PERSON, at(9, 0), door));
    }

    @Test
    void aWalkInThatArrivesAgainChangesNothingEvenOfWhoWasMergedMeanwhile() {
        var door = Door.ofSomebody();
        door.scan(1, IN, IN_PERSON, at(9, 0));
        door.checkIn(3, ONLINE, at(9, 5));
        door.tell(new DuplicateMerged(SOMEBODY, SUMMIT, participant(2), at(10, 0)));

        assertThat(door.attendance()
                        .walkIn(
                                new CheckInParticipant(SOMEBODY, 3, IN_PERSON, at(9, 0)),
                                scanId(1),
                                Door.SUMMITS,
                                door.now))
                .isEmpty();
        assertThat(door.attendance()
                        .walkIn(new CheckInParticipant(SOMEBODY, 3, ONLINE, at(9, 5)), null, Door.SUMMITS, door.now))
                .isEmpty();
    }

    @Test
    void severalThatArriveTogetherAreAsIfOneByOne() {
        var door = Door.ofSomebody();
        var in = new RecordScan(SOMEBODY, SUMMIT, scanId(1), IN, 3, IN_PERSON, at(9, 0), null);
        var again = new RecordScan(SOMEBODY, SUMMIT, scanId(2), IN, 3, IN_PERSON, at(9, 1), null);

        assertThat(door.attendance().record(List.of(in, again, in), Door.SUMMITS, door.now))
                .hasExactlyElementsOfTypes(ParticipantCheckedIn.class, CheckInRepeated.class);
    }

    @Test
    void aWalkInAtADeskIsToldWhyNot() {
        var door = Door.ofSomebody();
        var arrival = new CheckInParticipant(SOMEBODY, 3, IN_PERSON, Instant.parse("2022-06-07T02:00:00Z"));

        assertRefused(() -> door.attendance().walkIn(arrival, null, Door.SUMMITS, door.now), Reason.NOT_THE_DAY);
    }

    private static DisputeId disputeIn(AttendanceMode mode, Door door) {
        return door.attendance().openDisputes().stream()
                .filter(dispute -> dispute.about().mode() == mode)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Presence here(Instant first, Instant last, @Nullable Instant left) {
        return new Presence(ROOM, first, last, left);
    }

    private static ParticipantCheckedIn checkedIn(int scan, AttendanceMode mode, Instant occurredAt, Door door) {
        return new ParticipantCheckedIn(SOMEBODY, SUMMIT, 3, mode, occurredAt, door.now, scanId(scan));
    }

    private static CheckInDisputed disputed(
            DisputeId dispute, DisputeReason reason, int scan, AttendanceMode mode, Instant occurredAt, Door door) {
        return new CheckInDisputed(
                SOMEBODY, SUMMIT, dispute, reason, ScanDirection.IN, 3, mode, occurredAt, door.now, scanId(scan), null);
    }

    private static CheckInResolved resolved(DisputeId dispute, AttendanceMode mode, Resolution resolution, Door door) {
        return new CheckInResolved(SOMEBODY, SUMMIT, dispute, 3, mode, resolution, door.now);
    }

    private static void assertRefused(ThrowingCallable asked, Reason reason) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        RegistrationRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
