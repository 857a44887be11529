{#- Whether a declared column can be read in a staging row: the layout has it, and nothing was filed there that did not land. -#}
{% macro readable(column) -%}
    not array_contains(absent_fields, '{{ column }}') and not array_contains(problem_fields, '{{ column }}')
{%- endmacro %}
