package io.proviso.perf;

import io.proviso.replay.queue.Trace;
import java.util.ArrayList;
import java.util.List;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerSpaceShared;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.VmSimple;

/**
 * A trace in CloudSim Plus: one host with a PE a GPU, one virtual machine over all of it, one cloudlet a job with as many PEs as
 * its gang, space-shared, and submitted with a delay. Its scheduler lets a smaller job pass one that does not fit, which is our
 * {@code fifo-skip}.
 */
final class CloudSimReplay {
    private static final int MIPS = 1_000;

    private CloudSimReplay() {}

    /** What came out, to be held against ours. */
    record Result(int finished, double averageWait, double makespan) {}

    static Result run(Trace trace, int gpus) {
        var simulation = new CloudSimPlus();
        List<Pe> pes = new ArrayList<>();
        for (int gpu = 0; gpu < gpus; gpu++) {
            pes.add(new PeSimple(MIPS));
        }
        var host = new HostSimple(1L << 20, 1L << 20, 1L << 20, pes);
        var _ = new DatacenterSimple(simulation, List.of(host));
        var broker = new DatacenterBrokerSimple(simulation);
        var machine = new VmSimple(MIPS, gpus, new CloudletSchedulerSpaceShared());
        machine.setRam(1_024).setBw(1_024).setSize(1_024);
        broker.submitVm(machine);
        long zero = trace.submission(0);
        List<Cloudlet> cloudlets = new ArrayList<>();
        for (int job = 0; job < trace.size(); job++) {
            var cloudlet = new CloudletSimple((long) trace.duration(job) * MIPS, trace.gpus(job));
            cloudlet.setUtilizationModelCpu(new UtilizationModelFull());
            cloudlet.setSubmissionDelay((double) (trace.submission(job) - zero));
            cloudlets.add(cloudlet);
        }
        broker.submitCloudletList(cloudlets);
        simulation.start();
        var finished = broker.getCloudletFinishedList();
        return new Result(
                finished.size(),
                finished.stream().mapToDouble(CloudSimReplay::waited).average().orElse(0),
                finished.stream().mapToDouble(Cloudlet::getFinishTime).max().orElse(0));
    }

    /** From submission to start; what it reports itself begins when the machine takes the cloudlet, and leaves the queue out. */
    private static double waited(Cloudlet cloudlet) {
        return cloudlet.getFinishTime() - cloudlet.getSubmissionDelay() - (double) cloudlet.getLength() / MIPS;
    }
}
