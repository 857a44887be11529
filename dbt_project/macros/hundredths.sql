{#- Fen as yuan: a whole number of hundredths as a decimal of six places. -#}
{% macro hundredths(count) -%}
    cast(cast({{ count }} as decimal(18, 0)) * cast(0.01 as decimal(2, 2)) as decimal(18, 6))
{%- endmacro %}
