package org.sala.rehearsal;

import java.time.ZoneId;
import java.util.List;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;

/**
 * A summit as its files tell it, as what is asked of the modules: everything that went right. Nothing of what went wrong
 * on the day is in here.
 */
record SampleSummit(
        String key,
        ZoneId zone,
        Line<AnnounceSummit> summit,
        List<Line<EnrolOrganization>> organizations,
        List<Line<RegisterParticipant>> participants,
        List<Line<CheckInParticipant>> checkIns,
        List<Line<ScheduleSession>> sessions,
        List<Line<StartSession>> starts,
        List<Line<JoinSession>> joins,
        List<Line<EndSession>> ends,
        List<Line<PostOffer>> offers,
        List<Line<ProposeTrade>> proposals,
        List<Line<AcceptTrade>> acceptances,
        MarketLife market,
        List<Line<OpenBoard>> boards,
        List<Line<PostNote>> notes,
        List<Line<CloseBoard>> closings) {}
