package fr.accueil.platform;

/// Why a service cannot start, in one sentence for who runs it; without a stack.
public class Misconfigured extends RuntimeException {

    private final String remedy;

    /// @param what is wrong
    /// @param remedy what to do, naming the variable
    public Misconfigured(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public Misconfigured(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
