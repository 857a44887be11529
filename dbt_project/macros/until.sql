{#- The last day of what may have none: a day that never comes where it is open. So each side of a comparison names one table, and the engine can join by hash. -#}
{% macro until(column) -%}
    coalesce({{ column }}, cast('9999-12-31' as date))
{%- endmacro %}
