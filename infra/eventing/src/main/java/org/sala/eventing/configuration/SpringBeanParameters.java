package org.sala.eventing.configuration;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** Gives handlers of commands and events the application's beans, where exactly one bean has the parameter's type. */
record SpringBeanParameters(ListableBeanFactory beans) implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        var type = parameters[index].getType();
        if (beans.getBeanNamesForType(type).length != 1) {
            return null;
        }
        return new ParameterResolver<Object>() {
            @Override
            public Object resolveParameterValue(Message<?> message) {
                return beans.getBean(type);
            }

            @Override
            public boolean matches(Message<?> message) {
                return true;
            }
        };
    }
}
