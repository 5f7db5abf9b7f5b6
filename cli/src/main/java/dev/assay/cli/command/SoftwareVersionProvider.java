package dev.assay.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into this jar. */
public final class SoftwareVersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = SoftwareVersionProvider.class.getResourceAsStream("/dev/assay/cli/build.properties")) {
            build.load(in);
        }
        return new String[] {"assay " + build.getProperty("version"), "Java " + Runtime.version()};
    }
}
