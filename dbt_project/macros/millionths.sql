{#- A whole number of millionths as a decimal of six places. -#}
{% macro millionths(count) -%}
    cast(cast({{ count }} as decimal(18, 0)) * cast(0.000001 as decimal(6, 6)) as decimal(18, 6))
{%- endmacro %}
