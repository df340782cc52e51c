package org.sala.rehearsal;

/**
 * Reads the files of a summit. Keys become ids on the way, and a key that is in no file is a fault of the line that uses
 * it. The README beside the files says what is in them.
 */
final class SampleReader {

    private SampleReader() {}

    /**
     * Reads and checks a summit from the class path.
     *
     * @param name the folder's, under {@code summits/}
     * @param copy empty, or the name of a further copy: the same summit once more, with ids of its own
     * @throws FaultySummit with all that is wrong in the files
     */
    static SampleSummit read(String name, String copy) {
        var files = new SummitFiles(name, copy);
        var registration = new RegistrationLines(files);
        var sessions = new SessionLines(files, registration.dates());
        var market = new MarketLines(files);
        var life = new PromiseLines(files, market).read();
        var feedback = new FeedbackLines(files, sessions.ids);
        var summit = new SampleSummit(
                name,
                files.zone(),
                registration.announced,
                registration.enrolled,
                registration.registered,
                registration.checkIns,
                sessions.scheduled,
                sessions.starts,
                sessions.joins,
                sessions.ends,
                market.offers,
                market.proposals,
                market.acceptances,
                life,
                feedback.opened,
                feedback.notes,
                feedback.closed);
        files.faults().addAll(SampleChecks.faultsOf(summit));
        if (!files.faults().isEmpty()) {
            throw files.faulty();
        }
        return summit;
    }
}
