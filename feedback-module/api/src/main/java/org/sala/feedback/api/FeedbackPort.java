package org.sala.feedback.api;

/** The way in: asks a command of feedback, in the same process or over HTTP alike. */
public interface FeedbackPort {

    /**
     * Decides the command. Returns when what it led to is stored; asking the same again changes nothing.
     *
     * @param accessToken the signed token of whoever asks; verified here, whoever calls. The account of whoever posts
     *     an anonymous note is not kept
     * @throws FeedbackRejected when it is refused; nothing has changed then
     */
    void send(FeedbackCommand command, String accessToken);
}
