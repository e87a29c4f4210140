package ru.cur.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import ru.cur.incident.BodyRequests;
import ru.cur.incident.TimeRequests;

/** The responsible body works on the case no more, whatever has ended that: nobody else does for it, and nothing is left to decide. */
@Component
class CloseRequestsListener implements ExecutionListener { // end of the process execution
    private final BodyRequests requests;
    private final TimeRequests timeRequests;
    private final RequestInstances instances;

    CloseRequestsListener(BodyRequests requests, TimeRequests timeRequests, RequestInstances instances) {
        this.requests = requests;
        this.timeRequests = timeRequests;
        this.instances = instances;
    }

    @Override
    public void notify(DelegateExecution execution) {
        requests.closeAll(Cases.of(execution), "работа ответственного органа завершена")
                .forEach(request -> instances.close(request.number(), request.id()));
        timeRequests.lapse(Cases.of(execution));
    }
}
