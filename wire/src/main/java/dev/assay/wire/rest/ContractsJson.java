package dev.assay.wire.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** REST bodies are mapped as events are. */
@ApplicationScoped
public class ContractsJson {

    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.MAPPER.copy();
    }
}
