package se.omsorgsbron.bridge.entrance;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Every failure of a request, told without what was sent and without what the bridge is made of. */
@RestControllerAdvice
@RestController
public class Failures implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final List<Class<? extends Exception>> UNREADABLE = List.of(
            TypeMismatchException.class,
            HttpMessageConversionException.class,
            RequestRejectedException.class,
            MultipartException.class);

    @ExceptionHandler(Refusal.class)
    ResponseEntity<String> refused(Refusal refusal) {
        return answer(refusal);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> ledger(RuntimeException failure) {
        LOG.warn("the ledger does not answer a request ({})", failure.getClass().getSimpleName());
        return answer(new Refusal(Refusal.Kind.NOT_NOW));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> other(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(refusal);
            }
        }
        if (UNREADABLE.stream().anyMatch(type -> type.isInstance(failure))) {
            return answer(new Refusal(Refusal.Kind.UNREADABLE));
        }
        // Spring's own: a method, a type or a parameter that is not taken.
        if (failure instanceof ErrorResponse response) {
            return answer(new Refusal(Refusal.Kind.of(response.getStatusCode().value())));
        }
        // Its message could quote what was sent.
        LOG.error("a request failed ({})", failure.getClass().getName());
        return answer(new Refusal(Refusal.Kind.FAILED));
    }

    /** What never reached a handler. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<String> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(new Refusal(Refusal.Kind.of(status instanceof Integer code ? code : 404)));
    }

    private static ResponseEntity<String> answer(Refusal refusal) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(Refusal.MEDIA_TYPE));
        refusal.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return ResponseEntity.status(refusal.status()).headers(headers).body(refusal.json());
    }
}
