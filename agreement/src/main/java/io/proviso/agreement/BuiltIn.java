package io.proviso.agreement;

/** The words of a vocabulary that the engine, the checks and the desk read themselves; all others mean what clauses make of them. */
public final class BuiltIn {
    public static final String ACQUIRE = "acquire";
    public static final String HOST = "host";
    public static final String USE_IP = "use-ip";
    public static final String LICENSE = "license";

    public static final String ACTOR = "actor";
    public static final String PROVIDER = "provider";
    public static final String VIA = "via";
    public static final String WORKLOAD = "workload";
    public static final String CAPACITY = "capacity";
    public static final String REGION = "region";
    public static final String LICENSEE = "licensee";
    /** What limits, thresholds and requests are counted in. */
    public static final String GPUS = "gpus";

    /** The fact whose values are those of {@link Refusal}. */
    public static final String REFUSAL = "refusal";

    private BuiltIn() {}
}
