package org.totalplace.local.process;

/** Under which user a process runs. */
public enum RunAs {
    /** As whoever runs this JVM. */
    THIS_USER,
    /** As somebody who is not root, for programs that refuse to run as root; no change for an ordinary user. */
    NOT_ROOT
}
