package ru.cur.platform;

/** The program refuses to start, for a reason that its operator can mend: the message is one Russian sentence for him. */
public final class StartupRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupRefusal(String message) {
        super(message);
    }

    public StartupRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
