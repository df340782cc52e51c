package org.sala.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.marketplace.Fixtures.assertRefused;
import static org.sala.marketplace.Summit.DAY_THREE;
import static org.sala.marketplace.Summit.organization;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceCommand.AddCategory;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceCommand.RenameCategory;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceEvent.CategoryAdded;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryRenamed;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Round;
import org.sala.marketplace.api.RoundsPlanId;
import org.sala.testing.SettableClock;

class FloorTest {

    private static final RoundsPlanId PLAN = new RoundsPlanId(UUID.fromString("20c0d000-0000-4000-8000-000000000001"));
    private static final JointActionId ACTION =
            new JointActionId(UUID.fromString("ac710000-0000-4000-8000-000000000001"));
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 7);
    private static final Set<OrganizationId> TWO = Set.of(organization(1), organization(2));
    private static final BilingualText TITLE = new BilingualText("វគ្គរួមគ្នា", "A training together");

    private final BookInMemory book = new BookInMemory().enrol(Summit.ID, organization(1), organization(2));
    private final SettableClock clock = new SettableClock(DAY_THREE);

    // rounds and meetings

    @Test
    void roundsArePlannedByWhoHasSomethingToGive() {
        book.enter(Summit.posted(Summit.post(organization(1), Summit.offer(1), 1)));
        book.needs().enter(Summit.voiced(Summit.voice(organization(2), Summit.need(1))));
        floor().when(plan(TWO, 1)).expectEvents(planned());
    }

    @Test
    void planningTwiceChangesNothingAndAnotherPlanNeedsAnotherId() {
        floor(planned()).when(plan(TWO, 1)).expectSuccessfulHandlerExecution().expectNoEvents();
        book.enrol(Summit.ID, organization(3));
        assertRefused(
                floor(planned()).when(plan(Set.of(organization(1), organization(3)), 1)), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void onlyWhoIsEnrolledTakesPart() {
        assertRefused(
                floor().when(plan(Set.of(organization(1), organization(9)), 1)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", organization(9).toString()));
        assertRefused(
                floor().when(new RecordMeeting(Summit.ID, organization(9), organization(1), null)),
                Reason.ORGANIZATION_UNKNOWN,
                Map.of("organization", organization(9).toString()));
    }

    @Test
    void aMeetingIsToldOnceWhoeverSaysIt() {
        var met = new OrganizationsMet(Summit.ID, organization(1), organization(2), 1);
        floor().when(new RecordMeeting(Summit.ID, organization(2), organization(1), 1))
                .expectEvents(met);
        floor(met)
                .when(new RecordMeeting(Summit.ID, organization(1), organization(2), null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private TestExecutor<Floor> floor(FloorEvent... history) {
        return Fixtures.of(Floor.class, book, clock).given(Arrays.asList(history));
    }

    private static PlanNetworkingRounds plan(Set<OrganizationId> organizations, int rounds) {
        return new PlanNetworkingRounds(Summit.ID, PLAN, organizations, rounds);
    }

    private static NetworkingRoundsPlanned planned() {
        return new NetworkingRoundsPlanned(
                Summit.ID,
                PLAN,
                List.of(new Round(
                        1, List.of(new Round.Pair(organization(1), organization(2), true, false)), List.of())));
    }

    // joint actions

    @Test
    void aJointActionIsPledgedOnce() {
        action().when(pledge(TITLE)).expectEvents(pledged());
        action(pledged()).when(pledge(TITLE)).expectSuccessfulHandlerExecution().expectNoEvents();
        assertRefused(action(pledged()).when(pledge(new BilingualText("ផ្សេង", "Another"))), Reason.ID_TAKEN, Map.of());
    }

    @Test
    void onlyWhoPledgedReports() {
        action(pledged())
                .when(report(organization(1), ActionProgress.UNDER_WAY, null))
                .expectEvents(reported(ActionProgress.UNDER_WAY));
        assertRefused(
                action(pledged()).when(report(organization(9), ActionProgress.DONE, null)),
                Reason.NOT_A_PARTY,
                Map.of("organization", organization(9).toString()));
        assertRefused(
                action().when(report(organization(1), ActionProgress.DONE, null)), Reason.ACTION_UNKNOWN, Map.of());
    }

    @Test
    void whatIsDoneIsReportedOnNoMore() {
        assertRefused(
                action(pledged(), reported(ActionProgress.DONE))
                        .when(report(organization(1), ActionProgress.UNDER_WAY, null)),
                Reason.ACTION_ENDED,
                Map.of());
        action(pledged(), reported(ActionProgress.DONE))
                .when(report(organization(1), ActionProgress.DONE, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyReportsOfADayThatHasNotCome() {
        assertRefused(
                action(pledged())
                        .when(new ReportJointAction(
                                ACTION, organization(1), ActionProgress.DONE, TODAY.plusDays(2), null)),
                Reason.DATE_IN_FUTURE,
                Map.of());
    }

    @Test
    void wordsAreErasedOnceAndNoneCanTakeTheirPlace() {
        var erased = new JointActionWordsErased(ACTION, Summit.ID);
        action(pledged()).when(new EraseJointActionWords(ACTION)).expectEvents(erased);
        action(pledged(), erased)
                .when(new EraseJointActionWords(ACTION))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                action(pledged(), erased)
                        .when(report(organization(1), ActionProgress.DONE, new FreeText("By somebody"))),
                Reason.WORDS_ERASED,
                Map.of());
    }

    private TestExecutor<SharedAction> action(JointActionEvent... history) {
        return Fixtures.of(SharedAction.class, book, clock).given(Arrays.asList(history));
    }

    private static PledgeJointAction pledge(BilingualText title) {
        return new PledgeJointAction(ACTION, Summit.ID, TWO, title, TODAY.plusDays(90));
    }

    private static JointActionPledged pledged() {
        return new JointActionPledged(ACTION, Summit.ID, TWO, TITLE, TODAY.plusDays(90));
    }

    private static ReportJointAction report(OrganizationId by, ActionProgress progress, @Nullable FreeText note) {
        return new ReportJointAction(ACTION, by, progress, TODAY, note);
    }

    private static JointActionReported reported(ActionProgress progress) {
        return new JointActionReported(ACTION, Summit.ID, organization(1), progress, TODAY, null);
    }

    // the taxonomy

    private static final Category HONEY = new Category("honey");
    private static final CategoryAdded ADDED =
            new CategoryAdded(HONEY, OfferKind.GOOD, new BilingualText("ទឹកឃ្មុំ", "Honey"));

    @Test
    void aCategoryIsAddedOnceAndRenamed() {
        var again = new AddCategory(HONEY, OfferKind.GOOD, ADDED.name());
        var name = new BilingualText("ទឹកឃ្មុំព្រៃ", "Wild honey");
        entry().when(again).expectEvents(ADDED);
        assertThat(book.has(HONEY, OfferKind.GOOD)).isTrue();
        entry(ADDED).when(again).expectSuccessfulHandlerExecution().expectNoEvents();
        entry(ADDED).when(new RenameCategory(HONEY, name)).expectEvents(new CategoryRenamed(HONEY, name));
        entry(ADDED, new CategoryRenamed(HONEY, name)).when(again).expectNoEvents();
        entry(ADDED, new CategoryRenamed(HONEY, name))
                .when(new RenameCategory(HONEY, name))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aCategoryOfAnotherKindNeedsAnotherCodeAndOneThatIsNotThereHasNoName() {
        assertRefused(
                entry(ADDED).when(new AddCategory(HONEY, OfferKind.CAPACITY, ADDED.name())), Reason.ID_TAKEN, Map.of());
        assertRefused(entry().when(new RenameCategory(HONEY, ADDED.name())), Reason.CATEGORY_UNKNOWN, Map.of());
    }

    @Test
    void theFirstCategoriesAreReadAsTheyAreWritten() {
        assertThat(FirstCategories.read())
                .hasSizeGreaterThan(25)
                .doesNotHaveDuplicates()
                .extracting(first -> first.category().code())
                .contains("space", "vehicle", "equipment", "materials", "proposal-writing", "budgeting", "wellbeing");
    }

    private TestExecutor<TaxonomyEntry> entry(CategoryEvent... history) {
        return Fixtures.of(TaxonomyEntry.class, book, clock).given(Arrays.asList(history));
    }
}
