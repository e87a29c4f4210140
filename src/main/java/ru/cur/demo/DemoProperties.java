package ru.cur.demo;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much happens in the demo.
 *
 * @param cases number of incidents in its two months; 0 leaves it empty, with its people
 */
@Validated
@ConfigurationProperties("cur.demo")
record DemoProperties(@Min(0) @DefaultValue("250") int cases) {}
