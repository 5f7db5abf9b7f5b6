package dev.assay.cli.stack;

import dev.assay.cli.client.ServicesClient;

/** Services to talk to; closing stops them if they are this process's own. */
public sealed interface Services extends AutoCloseable {

    /** The client; usable until this is closed. */
    ServicesClient client();

    @Override
    void close();

    /** Services that somebody else runs. */
    record Remote(ServicesClient client) implements Services {
        @Override
        public void close() {
            client.close();
        }
    }

    /** Services in this process. */
    record Local(ServicesClient client, LocalStack stack) implements Services {
        @Override
        public void close() {
            client.close();
            stack.close();
        }
    }
}
