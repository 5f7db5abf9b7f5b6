package dev.assay.sandboxrunner.sandbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why this kernel refuses user namespaces to ordinary users, and what changes that. */
final class UserNamespaces {

    private static final Path APPARMOR = Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    private static final Path DEBIAN = Path.of("/proc/sys/kernel/unprivileged_userns_clone");
    private static final Path COUNT = Path.of("/proc/sys/user/max_user_namespaces");

    private UserNamespaces() {}

    static String remedy() {
        if (is(COUNT, "0")) {
            return "this kernel allows no user namespaces; as root: sysctl -w user.max_user_namespaces=10000";
        }
        if (is(APPARMOR, "1")) {
            return "AppArmor keeps user namespaces from ordinary users (Ubuntu 23.10 and later); as root:"
                    + " sysctl -w kernel.apparmor_restrict_unprivileged_userns=0";
        }
        if (is(DEBIAN, "0")) {
            return "user namespaces are switched off for ordinary users; as root:"
                    + " sysctl -w kernel.unprivileged_userns_clone=1";
        }
        return "in a container, allow clone, mount, umount2, pivot_root and sethostname in its seccomp profile";
    }

    private static boolean is(Path setting, String value) {
        try {
            return Files.readString(setting).strip().equals(value);
        } catch (IOException e) {
            return false;
        }
    }
}
