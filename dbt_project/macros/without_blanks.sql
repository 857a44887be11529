{#- A text without blanks, half and full width: two ways of writing one name are equal. -#}
{% macro without_blanks(column) -%}
    translate({{ column }}, ' 　', '')
{%- endmacro %}
