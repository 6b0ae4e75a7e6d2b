package fr.accueil.platform.work;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/// One worker for each handler that the service has.
record DueWorkers(List<DueWorker> workers) implements SmartLifecycle {

    @Override
    public void start() {
        workers.forEach(DueWorker::start);
    }

    @Override
    public void stop() {
        workers.forEach(DueWorker::stop);
    }

    @Override
    public boolean isRunning() {
        return workers.stream().anyMatch(DueWorker::isRunning);
    }
}
