package ru.cur.reply.process;

import static ru.cur.reply.process.ReplyPublicationProcess.Variables.INCIDENT_NUMBER;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.reply.ChannelUnavailable;
import ru.cur.reply.NetworkStopped;
import ru.cur.reply.Publications;

/** Answers each author in his channel; those whose network refuses are left to a person, those whose network stands still wait. */
@Component
class PublishResponseDelegate implements JavaDelegate { // serviceTask_publishResponse
    private final Publications publications;

    PublishResponseDelegate(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            publications.publish(INCIDENT_NUMBER.from(execution));
        } catch (ChannelUnavailable outcome) {
            throw new BpmnError(ReplyPublicationProcess.CHANNEL_UNAVAILABLE, outcome.getMessage(), outcome);
        } catch (NetworkStopped outcome) {
            throw new BpmnError(ReplyPublicationProcess.NETWORK_STOPPED, outcome.getMessage(), outcome);
        }
    }
}
