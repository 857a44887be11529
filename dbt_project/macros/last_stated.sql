{#- Of the rows of one matter the last one that states a column, under the column's own name; rows are in order of `place`. -#}
{% macro last_stated(column) -%}
    max_by({{ column }}, case when {{ column }} is not null then place end) as {{ column }}
{%- endmacro %}
