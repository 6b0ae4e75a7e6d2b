package fr.accueil.platform.objects;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/// An object as it was put.
///
/// @param size bytes
/// @param content is read anew by each subscriber; holds nothing open before
public record StoredObject(long size, String contentType, Flux<DataBuffer> content) {}
