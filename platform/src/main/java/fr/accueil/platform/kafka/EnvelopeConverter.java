package fr.accueil.platform.kafka;

import fr.accueil.events.Envelope;
import fr.accueil.events.Wire;
import fr.accueil.platform.logging.LogContext;
import java.lang.reflect.Type;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/// Reads a record's bytes as an envelope for its listener. The record itself stays bytes, so that dead letters keep
/// exactly what was received. From here on the thread's log lines say whose event it is.
class EnvelopeConverter extends MessagingMessageConverter {

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> message, @Nullable Type type) {
        if (type == Envelope.class && message.value() instanceof byte[] bytes) {
            var envelope = Wire.read(bytes);
            say(envelope);
            return envelope;
        }
        return super.extractAndConvertValue(message, type);
    }

    private static void say(Envelope envelope) {
        var fields = new HashMap<String, String>();
        if (envelope.tenant() != null) {
            fields.put(LogContext.TENANT, envelope.tenant().toString());
        }
        fields.put(LogContext.CONVERSATION, envelope.subject());
        fields.put(LogContext.MESSAGE, envelope.id().toString());
        LogContext.put(fields);
    }
}
