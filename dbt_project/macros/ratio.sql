{#- Whole number over whole number to six places, halves up, without floating point; null when there is nothing to divide by. -#}
{% macro ratio(numerator, denominator) -%}
    {{ millionths(int_div('2 * 1000000 * ' ~ numerator ~ ' + ' ~ denominator, 'nullif(2 * ' ~ denominator ~ ', 0)')) }}
{%- endmacro %}
