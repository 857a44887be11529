{#- The smallest whole number that is at least a share (six places) of a whole number, without floating point. -#}
{% macro share_of(share, whole) -%}
    {{ int_div('cast(' ~ share ~ ' * 1000000 as bigint) * ' ~ whole ~ ' + 999999', '1000000') }}
{%- endmacro %}
